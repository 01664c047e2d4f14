import { createHash } from "node:crypto";
import type { DocumentNode, OperationDefinitionNode } from "graphql";
import type { Sql } from "sql-template-tag";
import type { Utf8 } from "../../../platform/utf8.js";
import type { NotedReading } from "../../sql/reading.js";
import { Slot, type Variables } from "../../sql/slot.js";

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

/** Shapes that are kept per document; a document asked in more ways than that starts over. */
const MOST_SHAPES = 64;

const plans = new WeakMap<DocumentNode, Map<string, Plan[]>>();

const keyOf = ({ operation }: Keyed, shape: string): string => `${operation.name?.value ?? ""} ${shape}`;

/** A plan that was made for an earlier request of the same document and shape, if it serves these variables too. */
export function planFor(question: Keyed, shape: string, variables: Variables): Plan | undefined {
  const kept = plans.get(question.document)?.get(keyOf(question, shape));
  return kept?.find((plan) => plan.serves(variables));
}

/** What compiling has yielded. */
interface Compiled {
  readonly shape: string;
  readonly statement: Sql;
  readonly noted: NotedReading;
  readonly cost: number;
  readonly constant?: Utf8;
  readonly singles: readonly string[];
}

/** Keeps a compiled statement for later requests. */
export function remember(question: Keyed, { shape, statement, noted, cost, constant, singles }: Compiled): Plan {
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
  const shapes = plans.get(question.document) ?? new Map<string, Plan[]>();
  if (shapes.size >= MOST_SHAPES) shapes.clear();
  const key = keyOf(question, shape);
  shapes.set(key, [plan, ...(shapes.get(key) ?? [])].slice(0, 8));
  plans.set(question.document, shapes);
  return plan;
}
