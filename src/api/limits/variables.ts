import { LimitExceeded } from "../../platform/errors.js";
import { isStorable, notStorable } from "./text-rule.js";

/** How deep objects and lists in the variables may nest: filters nest half as deep. */
const DEPTH = 40;

/** The variables in the address of a GET; what is no JSON is Apollo's to refuse. */
export function variablesIn(url: string): unknown {
  const mark = url.indexOf("?");
  const text = mark < 0 ? null : new URLSearchParams(url.slice(mark)).get("variables");
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Throws a coded error for variables that are nested too deep or hold a text that no database can hold. Walks without recursion. */
export function checkVariables(variables: unknown): void {
  const open: [unknown, number][] = [[variables, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth] = next;
    if (typeof value === "string" && !isStorable(value)) throw notStorable();
    if (typeof value !== "object" || value === null) continue;
    if (depth > DEPTH)
      throw new LimitExceeded(
        { en: `Variables may nest ${DEPTH} levels deep.`, de: `Variablen dürfen höchstens ${DEPTH} Ebenen tief sein.` },
        { limit: DEPTH },
      );
    for (const each of Object.values(value)) open.push([each, depth + 1]);
  }
}
