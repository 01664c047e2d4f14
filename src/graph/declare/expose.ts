import "reflect-metadata"; // TypeGraphQL wants it before its first decorator
import { Field } from "type-graphql";
import type { Attribute, Class, Composite } from "../model.js";
import type { ValueType } from "../types/value-type.js";

const isComposite = (type: Composite | ValueType): type is Composite => "target" in type;

function graphqlTypeOf(attribute: Attribute): () => never {
  if (attribute.shape === "value") return () => attribute.type.graphql as never;
  if (attribute.shape === "embedded") return () => attribute.composite.target as never;
  const { composite } = attribute;
  return () => [isComposite(composite) ? composite.target : composite.graphql] as never;
}

/** Gives every attribute its GraphQL field; nullable exactly where the column is. */
export function exposeAttributes(target: Class, attributes: readonly Attribute[]): void {
  for (const attribute of attributes) {
    const options = {
      nullable: !attribute.required || attribute.readableBy !== undefined,
      description: attribute.description,
    };
    Field(graphqlTypeOf(attribute), options)(target.prototype as object, attribute.name);
  }
}
