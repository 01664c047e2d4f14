// npm run bench:data -- --scale 10: makes the data of a scale, unless they are there.
import { parseArgs } from "node:util";
import { databaseAt } from "./data/database.js";

const { values } = parseArgs({ options: { scale: { type: "string", default: "1" } } });
for (const scale of values.scale.split(",").map(Number)) {
  const database = await databaseAt(scale, console.log);
  await database.stop();
}
