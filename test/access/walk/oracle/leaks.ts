import { Buffer } from "node:buffer";
import { MARK, type MarkedWorld } from "../world/marked-world.js";
import type { Oracle } from "./oracle.js";

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What an answer tells that it must not: ids and texts of rows that are not seen, texts of attributes that may not be read. Cursors are opened. */
export function leaksIn(answer: string, oracle: Oracle, world: MarkedWorld): string[] {
  const text = `${answer}\n${opened(answer)}`;
  const leaks = new Set<string>();
  for (const [id] of text.matchAll(UUID))
    if (world.rows.has(id) && !oracle.sees(id)) leaks.add(`the id ${id} of a hidden row`);
  for (const [mark] of text.matchAll(MARK)) {
    const found = world.markOf(mark);
    if (!found) continue;
    const { row, attribute } = found;
    if (!oracle.sees(row.id)) leaks.add(`${row.kind}.${attribute} of a hidden row`);
    else if (!oracle.reads(row.kind, attribute)) leaks.add(`${row.kind}.${attribute}, which may not be read`);
  }
  return [...leaks];
}

/** What cursors say, which are texts in base64url. */
const opened = (answer: string): string =>
  [...answer.matchAll(/"([\w-]{20,})"/g)].map(([, text]) => Buffer.from(text!, "base64url").toString()).join("\n");
