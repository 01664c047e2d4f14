import type { GraphQLScalarType } from "graphql";
import type { ColumnOptions } from "typeorm";
import sql, { type Sql } from "sql-template-tag";

/** Which comparisons a filter offers for values of a type. */
export type Comparison = "text" | "number" | "partialDate" | "choice" | "flag";

/** Everything the house knows about one type of value: how it is stored, asked for, compared and rendered. */
export interface ValueType {
  /** Its name in GraphQL, and the first part of its filter's name. */
  readonly name: string;
  /** What TypeGraphQL takes as a type: a scalar or a registered enum. */
  readonly graphql: GraphQLScalarType | object;
  readonly column: ColumnOptions;
  /** PostgreSQL's name of the type, for the cast of a parameter. */
  readonly cast: string;
  readonly comparison: Comparison;
  /** An index for every order, except on prose that may be longer than an index row. */
  readonly indexed: boolean;
  /** Whether people search in it. */
  readonly searched: boolean;
  /** Whether a text, as it stands in a cursor or a file, can be a value of this type. */
  readonly accepts: (text: string) => boolean;
  /** The value as the API shows it, ready for JSON. */
  readonly render: (column: Sql) => Sql;
  /** The value as a person reads it inside a label. */
  readonly say: (column: Sql) => Sql;
  /** SQL conditions over the column's name that hold for every stored value. */
  readonly check?: (column: string) => string;
}

/** The common case: what is stored is what is shown. */
export function valueType(
  given: Pick<ValueType, "name" | "graphql" | "column" | "cast"> & Partial<ValueType>,
): ValueType {
  const asText = (column: Sql): Sql => sql`${column}::text`;
  return {
    comparison: "choice",
    indexed: true,
    searched: false,
    accepts: () => true,
    render: (column) => column,
    say: asText,
    ...given,
  };
}
