import { createHash } from "node:crypto";
import type { DocumentNode, OperationDefinitionNode } from "graphql";
import { LRUCache } from "lru-cache";
import type { Sql } from "sql-template-tag";
import type { Utf8 } from "../../../platform/utf8.js";
import type { NotedReading } from "../../sql/reading.js";
import { Slot, type Variables } from "../../sql/slot.js";
import { weightOf } from "./weight.js";

/** A compiled statement that serves every request of the same document and shape. */
export interface Plan {
  readonly text: string;
  /** A name for the statement, from its text. */
  readonly name: string;
  readonly tables: ReadonlySet<string>;
  readonly cost: number;
  /** Names in the answer of nodes that must be there. */
  readonly singles: readonly string[];
  /** The answer itself, where it needs no data. */
  readonly constant?: Utf8;
  /** Whether it serves these variables; throws their coded errors. */
  readonly serves: (variables: Variables) => boolean;
  readonly valuesFor: (variables: Variables) => readonly unknown[];
}

type Keyed = { readonly document: DocumentNode; readonly operation: OperationDefinitionNode };

/** Bytes that plans may take up: their texts, what belongs to each, and the document, parts of which they hold on to. */
const MOST_BYTES = 64 * 1024 * 1024;
const BESIDE = 4_096;

/** Plans of one document and shape; which one serves, its variables decide. */
const MOST_PLANS = 8;

interface Made {
  readonly plans: readonly Plan[];
  readonly document: DocumentNode;
}

const made = new LRUCache<string, Made>({
  maxSize: MOST_BYTES,
  sizeCalculation: ({ plans, document }) =>
    plans.reduce((sum, { text }) => sum + BESIDE + 2 * text.length, weightOf(document)),
});

/** Documents by number. */
const numbers = new WeakMap<DocumentNode, number>();
let last = 0;

function keyOf({ document, operation }: Keyed, shape: string): string {
  const number = numbers.get(document) ?? ++last;
  if (number === last) numbers.set(document, number);
  return `${number} ${operation.name?.value ?? ""} ${shape}`;
}

/** A plan that was made for an earlier request of the same document and shape, if it serves these variables too. */
export const planFor = (question: Keyed, shape: string, variables: Variables): Plan | undefined =>
  made.get(keyOf(question, shape))?.plans.find((plan) => plan.serves(variables));

/** What compiling has yielded. */
interface Fresh {
  readonly shape: string;
  readonly statement: Sql;
  readonly noted: NotedReading;
  readonly cost: number;
  readonly constant?: Utf8;
  readonly singles: readonly string[];
}

/** Keeps a compiled statement for later requests. */
export function remember(question: Keyed, { shape, statement, noted, cost, constant, singles }: Fresh): Plan {
  const { text, values } = statement;
  const { guards, tables } = noted;
  const slots = values.some((value) => value instanceof Slot);
  const plan: Plan = {
    text,
    name: createHash("sha256").update(text).digest("base64url").slice(0, 24),
    tables,
    cost,
    constant,
    singles,
    serves: (variables) => guards.every((holds) => holds(variables)),
    valuesFor: slots
      ? (variables) => values.map((value) => (value instanceof Slot ? value.read(variables) : value))
      : () => values,
  };
  const key = keyOf(question, shape);
  const plans = [plan, ...(made.get(key)?.plans ?? [])].slice(0, MOST_PLANS);
  made.set(key, { plans, document: question.document });
  return plan;
}
