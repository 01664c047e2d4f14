import type { Role } from "./viewer.js";

/** Roles of people, in rising order. SERVICE stands beside them: a token has its scopes and no rank. */
const RISING = ["PUBLIC", "STAFF", "EDITOR", "STEWARD", "ADMIN"] as const satisfies readonly Role[];

/** A role that a person can have. */
export type PersonalRole = (typeof RISING)[number];

/** Whether a word is the name of a role that a person can have. */
export const isPersonalRole = (word: string): word is PersonalRole => (RISING as readonly string[]).includes(word);

/** Whether a role may do at least what `least` may; SERVICE is at least PUBLIC and nothing more. */
export const isAtLeast = (role: Role, least: PersonalRole): boolean =>
  rankOf(role === "SERVICE" ? "PUBLIC" : role) >= rankOf(least);

/** The role among these that may do most. */
export const highestOf = (roles: readonly PersonalRole[]): PersonalRole | undefined =>
  RISING.findLast((role) => roles.includes(role));

const rankOf = (role: PersonalRole): number => RISING.indexOf(role);
