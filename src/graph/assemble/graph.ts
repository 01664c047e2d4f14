import { everythingOn } from "../declare/collected.js";
import type { Acyclic, Attribute, Class, Graph, Kind, KindDeclaration, LinkEnd } from "../model.js";
import { kindDeclarationOf } from "../declare/kind.js";
import { labelOf } from "./label.js";
import { linkEndsOf } from "./link-ends.js";
import { snakeCase } from "../declare/naming.js";
import type { ValueType } from "../types/value-type.js";
import sql, { raw } from "sql-template-tag";

function attributesOf(declaration: KindDeclaration, prefix: string): Map<string, Attribute> {
  const map = new Map<string, Attribute>();
  for (const attribute of everythingOn(declaration.target).attributes) {
    if (attribute.name === "id" && attribute.shape === "value") {
      const type: ValueType = { ...attribute.type, render: (column) => sql`${raw(`'${prefix}_'`)} || ${column}` };
      map.set("id", { ...attribute, type });
    } else if (attribute.name === "label" && attribute.shape === "value") {
      map.set("label", { ...attribute, derive: labelOf(declaration.label) });
    } else map.set(attribute.name, attribute);
  }
  return map;
}

function acyclicOf(declaration: KindDeclaration): Acyclic[] {
  const { links, acyclic } = everythingOn(declaration.target);
  const trees = links.filter((link) => link.acyclic).map((link) => ({ from: "id", to: `${snakeCase(link.name)}_id` }));
  return [...trees, ...acyclic];
}

/** Assembles the graph: every link reaches both its ends, whichever class declared it. */
export function graphOf(classes: readonly Class[]): Graph {
  const kinds = new Map<string, Kind>();
  const kind = (name: string): Kind => kinds.get(name) ?? fail(`There is no kind ${name} in this graph`);
  for (const target of classes) {
    const declaration = kindDeclarationOf(target);
    const prefix = declaration.table.replaceAll("_", "-");
    const attributes = attributesOf(declaration, prefix);
    const { needs } = everythingOn(target);
    const links = new Map<string, LinkEnd>();
    kinds.set(declaration.name, { ...declaration, attributes, links, acyclic: acyclicOf(declaration), needs, prefix });
  }
  const all = [...kinds.values()];
  for (const end of linkEndsOf(all, kind)) addEnd(end);
  const prefixes = new Map(all.map((each) => [each.prefix, each]));
  return { kinds: all, kind, byPrefix: (prefix) => prefixes.get(prefix) };
}

function addEnd(end: LinkEnd): void {
  const { links, attributes, name } = end.from;
  if (links.has(end.name) || attributes.has(end.name)) fail(`${name}.${end.name} is declared twice`);
  (links as Map<string, LinkEnd>).set(end.name, end);
}

function fail(message: string): never {
  throw new Error(message);
}
