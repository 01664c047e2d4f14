import { ObjectType } from "type-graphql";
import { everythingOn } from "./collected.js";
import type { Class, Composite as CompositeDeclaration } from "../model.js";
import { exposeAttributes } from "./expose.js";

const composites = new WeakMap<Class, CompositeDeclaration>();

/** Declares a class of objects without an identity of their own; its attributes are declared like those of a kind. */
export function Composite(name: string, description: string) {
  return (target: Class): void => {
    const attributes = everythingOn(target).attributes;
    composites.set(target, { name, target, attributes });
    ObjectType(name, { description })(target as never);
    exposeAttributes(target, attributes);
  };
}

/** The declaration of a composite class. Throws when the class has none. */
export function compositeOf(target: Class): CompositeDeclaration {
  const composite = composites.get(target);
  if (!composite) throw new Error(`${target.name} is used as a composite but lacks @Composite`);
  return composite;
}
