import { isAtLeast, type PersonalRole } from "./ranks.js";
import type { Viewer } from "./viewer.js";

/** What a viewer may see of a kind, row by row. */
export interface Sight {
  /** Nothing of this kind at all. */
  readonly nothing: boolean;
  /** Every row, drafts and withdrawn ones included. */
  readonly everything: boolean;
  /** Published rows that are not public. */
  readonly internal: boolean;
  /** Every row of the viewer's own departments, drafts and withdrawn ones included. */
  readonly own: boolean;
}

/** The one place that decides what a role sees of the rows of a kind. */
export function sightOf({ role, scopes }: Viewer, kind: string): Sight {
  const inScope = scopes === undefined || scopes.kinds === "ALL" || scopes.kinds.includes(kind);
  return {
    nothing: role === "SERVICE" && !inScope,
    everything: isAtLeast(role, "STEWARD"),
    internal: role === "SERVICE" || isAtLeast(role, "STAFF"),
    own: role === "EDITOR",
  };
}

/** Whether a viewer may read an attribute that is kept from those below a role. A token reads what staff reads. */
export const mayRead = ({ role }: Viewer, least: PersonalRole | undefined): boolean =>
  least === undefined || isAtLeast(role === "SERVICE" ? "STAFF" : role, least);

/** What a viewer may do with the nodes of a kind: everywhere, only in departments of its own, or nowhere. */
export type Reach = "ALL" | "OWN" | "NONE";

/** Something that one may be able to do with a node. */
export type Power = "edit" | "withdraw" | "review" | "export";

/** What portals need not guess and writes are held to: who may change, withdraw, review and take along. */
export function powersOf({ role, scopes }: Viewer): Readonly<Record<Power, Reach>> {
  const steward = isAtLeast(role, "STEWARD");
  const change = steward ? "ALL" : role === "EDITOR" ? "OWN" : "NONE";
  const takes = role === "SERVICE" ? scopes?.export === true : isAtLeast(role, "STAFF");
  return { edit: change, withdraw: change, review: steward ? "ALL" : "NONE", export: takes ? "ALL" : "NONE" };
}
