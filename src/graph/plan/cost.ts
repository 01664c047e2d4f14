import {
  getNamedType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import { LimitExceeded } from "../../platform/errors.js";
import { DEFAULT_PAGE, PAGE_CEILING, SEARCH_PAGE } from "../sql/limits.js";
import { type Asked, type Asking, argumentsOf, below, belowAny, rootFields } from "./asking.js";

/** Rows that a field has PostgreSQL look at beside those it shows. */
const AGGREGATES: Readonly<Record<string, number>> = { totalCount: 5, aggregate: 20, groups: 50 };

/**
 * The cost of an operation, estimated before anything of it runs: one for every object of the answer. A list at the root is
 * taken to be as long as it may be, a list below another a tenth of that, for most are short.
 */
export function costOf(asking: Asking): number {
  return rootFields(asking).reduce((sum, field) => sum + costOfField(asking, field, 1, true), 0);
}

function costOfField(asking: Asking, field: Asked, owners: number, root: boolean): number {
  const type = typeOf(field);
  const computed = (AGGREGATES[field.name] ?? 0) * owners;
  if (!isObjectType(type) && !isInterfaceType(type)) return computed;
  const size = sizeOf(asking, field);
  const objects = owners * (root ? size : Math.max(1, Math.ceil(size / 10)));
  return objects + computed + costBelow(asking, field, type, objects);
}

const typeOf = ({ name, type }: Asked) => getNamedType(type.getFields()[name]?.type);

/** What is asked of so many objects; of those that may be of several types, what is asked of all of these. */
function costBelow(
  asking: Asking,
  field: Asked,
  type: GraphQLObjectType | GraphQLInterfaceType,
  owners: number,
): number {
  return sum(asking, isObjectType(type) ? below(asking, field, type) : belowAny(asking, field, type), owners);
}

function sum(asking: Asking, asked: readonly Asked[], owners: number): number {
  return asked.reduce((total, each) => {
    // The page itself stands between a list and its nodes; its length has been counted.
    const within = each.name === "nodes" || each.name === "edges" || each.name === "node" || each.name === "pageInfo";
    return total + (within ? passing(asking, each, owners) : costOfField(asking, each, owners, false));
  }, 0);
}

function passing(asking: Asking, field: Asked, owners: number): number {
  const type = typeOf(field);
  return isObjectType(type) || isInterfaceType(type) ? costBelow(asking, field, type, owners) : 0;
}

/** How many objects a field may yield for one owner. */
function sizeOf(asking: Asking, field: Asked): number {
  const args = argumentsOf(asking, field) as { first?: unknown; last?: unknown; ids?: unknown };
  if (Array.isArray(args.ids)) return args.ids.length;
  const asked = args.first ?? args.last;
  // A longer list is refused when it is read, with a sentence of its own.
  if (typeof asked === "number") return Math.min(Math.max(0, asked), PAGE_CEILING);
  if (field.name === "search") return SEARCH_PAGE.preset;
  return typeOf(field)?.name.endsWith("Connection") ? DEFAULT_PAGE : 1;
}

/** The refusal of an operation that would cost more than it may. */
export class TooCostly extends LimitExceeded {
  constructor(cost: number, limit: number) {
    super(
      {
        en: `This question is estimated to cost ${cost}; the limit is ${limit}. Ask for shorter lists or fewer levels.`,
        de: `Diese Anfrage kostet geschätzt ${cost}, erlaubt sind ${limit}. Fragen Sie nach kürzeren Listen oder weniger Ebenen.`,
      },
      { attribute: "cost", cost, limit },
    );
  }
}
