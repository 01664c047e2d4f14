import type { Acyclic, Attribute, Class, LinkDeclaration, LinksDeclaration, ShortcutDeclaration } from "../model.js";

/** What the decorators have read off one class so far. */
export interface Collected {
  readonly attributes: Attribute[];
  readonly links: LinkDeclaration[];
  readonly manyLinks: LinksDeclaration[];
  readonly shortcuts: ShortcutDeclaration[];
  readonly acyclic: Acyclic[];
  /** Names of links whose far ends stand together in one row at most. */
  readonly once: (readonly string[])[];
  /** Attributes that a computed field needs to have been read. */
  readonly needs: Map<string, readonly string[]>;
}

const collected = new WeakMap<Class, Collected>();
const nothing = (): Collected => ({
  attributes: [],
  links: [],
  manyLinks: [],
  shortcuts: [],
  acyclic: [],
  once: [],
  needs: new Map(),
});

/** The notes kept on a class itself, for a decorator to add to. */
export function notesOn(target: Class): Collected {
  const notes = collected.get(target) ?? nothing();
  collected.set(target, notes);
  return notes;
}

/** Everything declared on a class and the classes above it, the topmost first. */
export function everythingOn(target: Class): Collected {
  const above = Object.getPrototypeOf(target) as Class | null;
  const own = collected.get(target) ?? nothing();
  if (typeof above !== "function" || above === Function.prototype) return own;
  const inherited = everythingOn(above);
  return {
    attributes: [...inherited.attributes, ...own.attributes],
    links: [...inherited.links, ...own.links],
    manyLinks: [...inherited.manyLinks, ...own.manyLinks],
    shortcuts: [...inherited.shortcuts, ...own.shortcuts],
    acyclic: [...inherited.acyclic, ...own.acyclic],
    once: [...inherited.once, ...own.once],
    needs: new Map([...inherited.needs, ...own.needs]),
  };
}

/** The class whose prototype a property decorator was given. */
export const classOf = (prototype: object): Class => prototype.constructor as Class;
