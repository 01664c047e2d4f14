import type { GraphQLResolveInfo } from "graphql";
import sql, { join, raw, type Sql } from "sql-template-tag";
import { LimitExceeded } from "../../platform/errors.js";
import type { Row } from "../model.js";
import { type GroupInput, type Grouping, groupingOf, tailOf } from "../sql/figures/group.js";
import { GROUP_CEILING } from "../sql/limits.js";
import { type Fold, foldable } from "../sql/figures/fold.js";
import { counted, folded, type MetricInput, renderedFold } from "../sql/figures/metric.js";
import { fieldNames } from "./selection.js";

type Values = Readonly<Record<string, unknown>>;

/** What is computed over a list's rows: columns, joins before WHERE, and everything behind it. */
export interface Computation {
  readonly columns: Sql;
  readonly joins: Sql;
  readonly tail: Sql;
}

/** Computes over the rows of a list, for all owners who ask the same question at once. */
export type Compute = (question: string, computation: Computation) => Promise<readonly Values[]>;

/** Numbers over the rows of a list, or over one group of them. */
export class Figures {
  constructor(
    private readonly row: Row,
    private readonly compute: Compute,
    private readonly grouping?: { readonly of: Grouping; readonly input: GroupInput; readonly keys: string },
  ) {}

  async count(input: MetricInput): Promise<number> {
    return Number((await this.computed(["count", input], sql`${counted(this.row, input)} AS "count"`)).count ?? 0);
  }

  fold(fold: Fold, input: MetricInput, info: GraphQLResolveInfo): Promise<Values> {
    const names = fieldNames(info);
    const attributes = foldable(this.row.kind, fold).filter(({ name }) => names.includes(name));
    if (attributes.length === 0) return Promise.resolve({});
    const columns = attributes.map(
      (each) => sql`${renderedFold(fold, each, folded(fold, each, this.row, input))} AS ${raw(`"${each.name}"`)}`,
    );
    return this.computed([fold, input, attributes.map(({ name }) => name)], join(columns));
  }

  private async computed(question: unknown[], columns: Sql): Promise<Values> {
    const { grouping } = this;
    if (!grouping)
      return (await this.compute(JSON.stringify(question), { columns, joins: sql``, tail: sql`` }))[0] ?? {};
    const asked = JSON.stringify([...question, grouping.input]);
    const rows = await this.compute(asked, groupComputation(grouping.of, columns));
    return rows.find((row) => keysOf(row) === grouping.keys) ?? {};
  }
}

/** A group: its keys as values or UUIDs, and its figures. */
export interface Group {
  readonly keys: Values;
  readonly figures: Figures;
}

const keysOf = (row: Values): string => JSON.stringify(row["@keys"]);

/** A key that holds a value of the request (whose departments ask) would be another one wherever it is repeated: PostgreSQL compares the places of values. */
function saidOnce(grouping: Grouping, { reading }: Row): Grouping {
  const [said, { keys, joins }] = [reading.alias(), grouping];
  const names = keys.map((_, index) => raw(`k${index}`));
  const columns = join(keys.map((key, index) => sql`${key} AS ${names[index]!}`));
  return {
    ...grouping,
    keys: names.map((name) => sql`${said}.${name}`),
    joins: sql`${joins} CROSS JOIN LATERAL (SELECT ${columns}) AS ${said}`,
  };
}

/** The keys by position, once to group by and once as a list that can be compared. */
function groupComputation(grouping: Grouping, columns: Sql): Computation {
  const { keys, joins } = grouping;
  const named = keys.map((key, index) => sql`${key} AS ${raw(`"@${index}"`)}`);
  const list = sql`json_build_array(${join(keys.map((key) => sql`${key}`))}) AS "@keys"`;
  return { columns: join([...named, list, columns]), joins, tail: tailOf(grouping) };
}

/** The groups of a list, each with keys and figures. Throws LimitExceeded when there are more than may be shown. */
export async function groupsOf(row: Row, compute: Compute, input: GroupInput): Promise<Group[]> {
  const grouping = saidOnce(groupingOf(input, row, true), row);
  const shown = grouping.dimensions.map(({ of }, index) => {
    const key = grouping.keys[index]!;
    const value = "target" in of ? sql`${key}::text` : of.render(key);
    return sql`${value} AS ${raw(`"=${index}"`)}`;
  });
  const rows = await compute(JSON.stringify(["groups", input]), groupComputation(grouping, join(shown)));
  if (grouping.ceiling !== undefined && rows.length > grouping.ceiling) throw tooManyGroups();
  return rows.map((each) => ({
    keys: Object.fromEntries(grouping.dimensions.map(({ key }, index) => [key, each[`=${index}`]])),
    figures: new Figures(row, compute, { of: grouping, input, keys: keysOf(each) }),
  }));
}

const tooManyGroups = (): LimitExceeded =>
  new LimitExceeded(
    {
      en: `There are more than ${GROUP_CEILING} groups; narrow the filter or ask for the first ones.`,
      de: `Es sind mehr als ${GROUP_CEILING} Gruppen; schränken Sie den Filter ein oder fragen Sie mit first nach den ersten.`,
    },
    { limit: GROUP_CEILING },
  );
