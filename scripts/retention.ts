// Erases people all of whose roles had to be kept until a day that has passed (Aufbewahrungsfrist, RoleHolding.retainUntil).
//   npm run retention               shows who it would be, by id and day, and changes nothing
//   npm run retention -- --apply    erases them; meant for a daily job
import { parseArgs } from "node:util";
import { graph } from "../src/domain/index.js";
import { openPlatform } from "../src/platform/platform.js";
import { StartError } from "../src/platform/start-error.js";
import { eraseOverdue, overduePeople } from "../src/stewardship/privacy/retention.js";

// What is printed is for people: the log tells only what goes wrong.
process.env["LOG_LEVEL"] ??= "warn";

const ends: (() => Promise<void>)[] = [];
try {
  const { apply } = parseArgs({ options: { apply: { type: "boolean", default: false } } }).values;
  const { database } = await openPlatform((end) => void ends.push(end));
  const people = await overduePeople(database, graph);
  if (people.length > 0) console.table(people);
  if (apply) console.log(`${await eraseOverdue(database, graph, people)} erased.`);
  else console.log(`${people.length} to be erased; nothing was changed. Erase them with --apply.`);
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
} finally {
  for (const end of ends.reverse()) await end();
}
