import { snakeCase } from "../declare/naming.js";
import type { Graph, ValueAttribute } from "../model.js";
import { talliesOf } from "../sql/figures/tally.js";
import { digestOf, type SummaryStatement } from "./summary.js";

/** What the database needs to keep the numbers of rows that lists are usually asked for. */
export const tallyStatements = (graph: Graph): SummaryStatement[] =>
  talliesOf(graph).map(({ schema, kind, facets, steps }) => {
    const says = `'${kind.table}', ${list(facets)}, ${list(steps)}`;
    const digest = digestOf(says);
    return { schema, digest, statement: `SELECT keep_tally('${schema}', '${digest}', ${says})` };
  });

const list = (attributes: readonly ValueAttribute[]): string =>
  `'{${attributes.map(({ name }) => snakeCase(name)).join(",")}}'`;
