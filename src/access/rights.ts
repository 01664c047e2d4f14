import type { Viewer } from "./viewer.js";

const known = new WeakMap<Viewer, string>();

/**
 * Everything about a viewer that decides what is seen, as one text: two viewers with the same text get the same answers, so it
 * belongs into the key under which an answer is kept. Who they are is no part of it.
 */
export function rightsOf(viewer: Viewer): string {
  const rights = known.get(viewer) ?? written(viewer);
  known.set(viewer, rights);
  return rights;
}

function written({ role, departments, scopes }: Viewer): string {
  const kinds = scopes && (scopes.kinds === "ALL" ? "ALL" : [...scopes.kinds].sort());
  return JSON.stringify([role, [...departments].sort(), ...(scopes ? [kinds, scopes.export] : [])]);
}
