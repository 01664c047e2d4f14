import type { Viewer } from "./viewer.js";

const known = new WeakMap<Viewer, string>();

/**
 * Everything about a viewer that decides what is seen, as one text: two viewers with the same text get the same answers, so it
 * belongs into the key under which an answer is kept. Who they are is no part of it.
 */
export function rightsOf(viewer: Viewer): string {
  const found = known.get(viewer);
  if (found !== undefined) return found;
  const { role, departments, scopes } = viewer;
  const kinds = scopes && (scopes.kinds === "ALL" ? "ALL" : [...scopes.kinds].sort());
  const rights = JSON.stringify([role, [...departments].sort(), ...(scopes ? [kinds, scopes.export] : [])]);
  known.set(viewer, rights);
  return rights;
}
