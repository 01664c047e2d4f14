import { ObjectType } from "type-graphql";
import { Entity } from "typeorm/decorator/entity/Entity.js";
import { everythingOn, notesOn } from "./collected.js";
import type { Class, KindDeclaration, KindOptions } from "../model.js";
import { exposeAttributes } from "./expose.js";
import { camelCase, snakeCase } from "./naming.js";
import { Node } from "./node.js";
import { storeAttributes, storeFacets, storeLinks } from "./store.js";

const declared = new WeakMap<Class, KindDeclaration>();

/** Declares a class as a kind of node: a table, a GraphQL type, and all that `graphOf` derives from it. */
export function Kind(options: KindOptions) {
  return (target: Class): void => {
    const { name } = target;
    const one = camelCase(name);
    const description = `${options.german} – ${options.description}`;
    const kind = {
      plural: `${one}s`,
      personal: false,
      summaries: [],
      searchable: !options.label.some((path) => path.includes(".")),
      ...options,
      description,
      name,
      one,
      table: snakeCase(name),
      target,
    };
    declared.set(target, kind);
    ObjectType(name, { description, implements: Node as never })(target as never);
    Entity({ name: kind.table })(target);
    exposeAttributes(target, notesOn(target).attributes);
    storeAttributes(kind, everythingOn(target).attributes);
    storeFacets(kind, everythingOn(target).attributes);
    storeLinks(kind, everythingOn(target));
  };
}

/** The declaration of a kind's class. Throws when the class is not a kind. */
export function kindDeclarationOf(target: Class): KindDeclaration {
  const kind = declared.get(target);
  if (!kind) throw new Error(`${target.name} lacks @Kind`);
  return kind;
}
