import { Field, InputType } from "type-graphql";
import type { Attribute, Class, Composite, Described, Kind, LinkEnd } from "../model.js";
import { valueTypeOfCount } from "../sql/filter/count.js";
import { comparisonInputOf } from "./comparison-input.js";
import { addFolds } from "./having-input.js";

const made = new WeakMap<object, Class>();
const nullable = (description: string) => ({ nullable: true, description });

/** The class behind a key, made once; its fields are added after it is known, because filters refer to each other. */
function once(key: object, name: string, description: string, fill: (prototype: object) => void): Class {
  const found = made.get(key);
  if (found) return found;
  class Filter {}
  made.set(key, Filter);
  fill(Filter.prototype);
  InputType(name, { description })(Filter);
  return Filter;
}

/** The filter of a kind: its attributes, its links in both directions, and `and`, `or`, `not`. */
export function filterInputOf(kind: Kind): Class {
  return once(kind, `${kind.name}Filter`, `Filter für ${kind.german}: mehrere Angaben gelten zugleich`, (prototype) => {
    const self = () => filterInputOf(kind) as never;
    for (const attribute of kind.attributes.values()) addAttribute(prototype, attribute);
    for (const link of kind.links.values()) if (link.target) addLink(prototype, link, link.target);
    Field(() => [self()] as never, nullable("alle diese Filter gelten"))(prototype, "and");
    Field(() => [self()] as never, nullable("mindestens einer dieser Filter gilt"))(prototype, "or");
    Field(self, nullable("dieser Filter gilt nicht"))(prototype, "not");
  });
}

/** Classes are made at once, not inside the type functions: those run when the schema is built, and then it is too late. */
function addField(prototype: object, { name, description }: Described, type: Class): void {
  Field(() => type as never, nullable(description))(prototype, name);
}

function addAttribute(prototype: object, attribute: Attribute): void {
  if (attribute.shape === "value") addField(prototype, attribute, comparisonInputOf(attribute.type));
  if (attribute.shape === "embedded" && !attribute.derive)
    addField(prototype, attribute, compositeFilterOf(attribute.composite));
}

function compositeFilterOf(composite: Composite): Class {
  return once(composite, `${composite.name}Filter`, `Filter für ${composite.name}`, (prototype) => {
    for (const attribute of composite.attributes) addAttribute(prototype, attribute);
  });
}

function addLink(prototype: object, link: LinkEnd, target: Kind): void {
  addField(prototype, link, link.shape === "one" ? filterInputOf(target) : quantifiersOf(target));
}

/** One per kind, under the filter's own class as key. */
function quantifiersOf(target: Kind): Class {
  const filter = () => filterInputOf(target) as never;
  const count = comparisonInputOf(valueTypeOfCount);
  return once(target.links, `${target.name}ListFilter`, `Filter über eine Liste: ${target.german}`, (prototype) => {
    Field(filter, nullable("mindestens einer erfüllt"))(prototype, "some");
    Field(filter, nullable("keiner erfüllt"))(prototype, "none");
    Field(filter, nullable("jeder erfüllt (auch: es gibt keinen)"))(prototype, "every");
    Field(() => count as never, nullable("Anzahl"))(prototype, "count");
    Field(filter, nullable("nur diese zählen für Anzahl, Summen und Werte"))(prototype, "of");
    addFolds(target, prototype.constructor as Class);
  });
}
