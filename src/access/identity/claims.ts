import type { JWTPayload } from "jose";
import { EnvironmentError, type OidcEnvironment } from "../../platform/environment.js";
import { highestOf, isPersonalRole, type PersonalRole } from "../ranks.js";
import { ANONYMOUS, type Viewer } from "../viewer.js";
import { WrongToken } from "./wrong-token.js";

/** Departments that one person may belong to; more of them are an error of the configuration. */
const MOST_DEPARTMENTS = 50;

type Reading = Pick<OidcEnvironment, "roleClaim" | "roleMap" | "defaultRole" | "departmentClaim" | "departmentMap">;

/** Reads a viewer from verified claims as the configuration says. Throws EnvironmentError, at once, for a role that there is not. */
export function viewerFrom(reading: Reading): (claims: JWTPayload) => Viewer {
  const roles = roleMapOf(reading.roleMap);
  const departments = reading.departmentMap && new Map(Object.entries(reading.departmentMap));
  return (claims) => {
    const subject = subjectOf(claims);
    const named = wordsAt(claims, reading.roleClaim).flatMap((word) => roles.get(word) ?? []);
    const role = highestOf(named) ?? reading.defaultRole;
    if (role === "PUBLIC") return ANONYMOUS;
    const words = reading.departmentClaim === undefined ? [] : wordsAt(claims, reading.departmentClaim);
    const keys = departments ? words.flatMap((word) => departments.get(word) ?? []) : words;
    return { role, subject, departments: [...new Set(keys)].sort().slice(0, MOST_DEPARTMENTS) };
  };
}

function roleMapOf(map: Reading["roleMap"]): ReadonlyMap<string, PersonalRole> {
  const roles = new Map<string, PersonalRole>();
  const wrong: string[] = [];
  for (const [word, role] of Object.entries(map)) {
    if (isPersonalRole(role)) roles.set(word, role);
    else
      wrong.push(
        `OIDC_ROLE_MAP: ${JSON.stringify(role)} is no role; there are PUBLIC, STAFF, EDITOR, STEWARD and ADMIN`,
      );
  }
  if (wrong.length > 0) throw new EnvironmentError(wrong);
  return roles;
}

/** RFC 7519 lets `sub` be any text; it is written down with what someone does, so it must be one. */
function subjectOf({ sub }: { readonly sub?: unknown }): string {
  if (typeof sub !== "string" || sub === "" || sub.length > 255 || /\p{Cc}/u.test(sub)) throw new WrongToken("sub");
  return sub;
}

/** The texts at a name or a path of names; a single text counts as a list of one, anything else as nothing. */
function wordsAt(claims: JWTPayload, path: string): string[] {
  // AD FS names claims by addresses, which have dots and are no paths.
  const whole = own(claims, path);
  const found = whole === undefined ? path.split(".").reduce<unknown>(own, claims) : whole;
  const list: unknown[] = Array.isArray(found) ? found : [found];
  return list.filter((word) => typeof word === "string" && word !== "" && word.length <= 200) as string[];
}

/** Only what the token itself says, not what every object has. */
const own = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
