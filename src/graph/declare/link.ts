import { classOf, notesOn } from "./collected.js";
import type { Acyclic as AcyclicRule, Class, Contributions, ShortcutDeclaration, Target } from "../model.js";

interface LinkOptions {
  readonly required?: boolean;
  /** Fields that the far end gets: `{ children: "Teilmaßnahmen – …" }`. */
  readonly inverse?: Contributions;
  readonly acyclic?: boolean;
  /** Whether the row is hidden together with the far end; a part with its whole. If nothing is said, where the link is required. */
  readonly hiddenWith?: boolean;
}

/** Declares a link to one node; it is stored here as a foreign key, and the far end is contributed to the target. */
export function Link(target: Target, description: string, options: LinkOptions = {}) {
  return (prototype: object, name: string): void => {
    const { required = false, inverse = {}, acyclic = false, hiddenWith = required } = options;
    notesOn(classOf(prototype)).links.push({ name, target, description, required, inverse, acyclic, hiddenWith });
  };
}

/** Declares a link to any number of nodes, stored as pairs. A link with attributes of its own is a kind instead. */
export function Links(target: () => Class, description: string, options: { inverse?: Contributions } = {}) {
  return (prototype: object, name: string): void => {
    const { inverse = {} } = options;
    notesOn(classOf(prototype)).manyLinks.push({ name, target, description, required: false, inverse });
  };
}

/** Declares a way across this link kind: `leadDepartments` = the departments of the responsibilities with role LEAD. */
export function Shortcut(shortcut: ShortcutDeclaration) {
  return (target: Class): void => void notesOn(target).shortcuts.push(shortcut);
}

/** Declares that edges among the rows of this kind never form a circle; the database refuses one. */
export function Acyclic(rule: AcyclicRule) {
  return (target: Class): void => void notesOn(target).acyclic.push(rule);
}

/** Declares that the far ends of these links stand together in one row of this link kind at most; the database refuses a second. */
export function Once(...links: readonly [string, string, ...string[]]) {
  return (target: Class): void => void notesOn(target).once.push(links);
}
