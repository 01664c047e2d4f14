import { GraphQLBoolean, GraphQLID, GraphQLInt, GraphQLString } from "graphql";
import sql from "sql-template-tag";
import { isDay, isInstant, isPartialDate, isTime } from "./calendar.js";
import { DecimalScalar, isDecimal, textScalar } from "./scalars.js";
import { valueType } from "./value-type.js";

const GERMAN = "german"; // the collation of migration 1: umlauts beside their vowels, numbers by value

/** Short text: names, titles, codes. Sorted as a German reader expects. */
export const Text = valueType({
  name: "String",
  graphql: GraphQLString,
  column: { type: "text", collation: GERMAN },
  cast: "text",
  comparison: "text",
  searched: true,
});

/** Long text: notes and descriptions. Filtered and sorted like `Text`, without an index. */
export const Prose = { ...Text, indexed: false };

/** A stable slug in ASCII, unique per kind. */
export const Slug = valueType({
  name: "String",
  graphql: GraphQLString,
  column: { type: "text", collation: "C" },
  cast: "text",
  comparison: "text",
  check: (column) => `${column} ~ '^[a-z0-9]+(-+[a-z0-9]+)*$' AND length(${column}) <= 200`,
});

/** A whole number of 32 bits. */
export const WholeNumber = valueType({
  name: "Int",
  graphql: GraphQLInt,
  column: { type: "integer" },
  cast: "integer",
  comparison: "number",
  accepts: (text) => /^-?\d{1,10}$/.test(text) && Number(text) === (Number(text) | 0),
});

/** Yes, no, or not known. */
export const Flag = valueType({
  name: "Boolean",
  graphql: GraphQLBoolean,
  column: { type: "boolean" },
  cast: "boolean",
  comparison: "flag",
  accepts: (text) => text === "true" || text === "false",
});

/** Exact number; amounts of money in euros keep the digits of their source. */
export const Decimal = valueType({
  name: "Decimal",
  graphql: DecimalScalar,
  column: { type: "numeric" },
  cast: "numeric",
  comparison: "number",
  accepts: isDecimal,
  render: (column) => sql`${column}::text`,
});

/** A share of a whole in per cent, 0 to 100. */
export const Percent = { ...Decimal, check: (column: string) => `${column} BETWEEN 0 AND 100` };

/** An amount of money in euros, not negative, exact to the cent. */
export const Euro = { ...Decimal, check: (column: string) => `${column} >= 0 AND scale(${column}) <= 2` };

/** A date in the precision its source gives; text order is the order of earliest days, the vaguer date first. */
export const PartialDate = valueType({
  name: "PartialDate",
  graphql: textScalar(
    "PartialDate",
    'Datum in der Genauigkeit der Quelle: "2018", "2018-09" oder "2018-09-27". Date with the precision of its source.',
    isPartialDate,
    "https://www.loc.gov/standards/datetime/",
  ),
  column: { type: "text", collation: "C" },
  cast: "text",
  comparison: "partialDate",
  accepts: isPartialDate,
  check: (column) => `is_partial_date(${column})`,
});

/** A calendar day, known exactly. */
export const Day = valueType({
  name: "Date",
  graphql: textScalar("Date", 'Kalendertag: "2018-09-27". Calendar day.', isDay),
  column: { type: "date" },
  cast: "date",
  comparison: "number",
  accepts: isDay,
  render: (column) => sql`${column}::text`,
});

/** A point in time, to the microsecond, in UTC. */
export const Instant = valueType({
  name: "DateTime",
  graphql: textScalar("DateTime", 'Zeitpunkt: "2022-05-31T00:00:00Z". Point in time (RFC 3339).', isInstant),
  column: { type: "timestamp with time zone" },
  cast: "timestamptz",
  comparison: "number",
  accepts: isInstant,
  render: (column) => sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
});

/** A time of day inside service hours. */
export const TimeOfDay = valueType({
  name: "Time",
  graphql: textScalar("Time", 'Uhrzeit: "09:00". Time of day.', isTime),
  column: { type: "text", collation: "C" },
  cast: "text",
  accepts: isTime,
});

const isEmail = (text: string): boolean => /^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@.]{2,}$/.test(text);
const isUrl = (text: string): boolean => text.length <= 2000 && /^https?:\/\/\S+$/.test(text) && URL.canParse(text);

/** An e-mail address, as published. */
export const Email = valueType({
  name: "EmailAddress",
  graphql: textScalar("EmailAddress", "E-Mail-Adresse. E-mail address.", isEmail),
  column: { type: "text", collation: GERMAN },
  cast: "text",
  comparison: "text",
  accepts: isEmail,
  check: (column) => `${column} LIKE '%_@_%._%'`,
});

/** An address on the web, kept as published. */
export const Url = valueType({
  name: "URL",
  graphql: textScalar("URL", "Adresse einer Webseite. Web address, kept as published.", isUrl),
  column: { type: "text", collation: "C" },
  cast: "text",
  comparison: "text",
  accepts: isUrl,
  check: (column) => `${column} ~ '^https?://'`,
});

/** Shape of the `id` that clients see: the kind's table, an underscore, and the row's UUID. */
export const NODE_ID = /^([a-z]+(?:-[a-z]+)*)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** What names a node for good: a UUID in the table, with its kind's prefix in the API. */
export const Id = valueType({
  name: "ID",
  graphql: GraphQLID,
  column: { type: "uuid" },
  cast: "uuid",
  accepts: (text) => NODE_ID.test(text),
});
