import { Field, InputType } from "type-graphql";
import type { Class, Kind } from "../model.js";
import { valueTypeOfCount } from "../sql/filter/count.js";
import { type Fold, foldable, FOLDS } from "../sql/figures/fold.js";
import { Decimal } from "../types/types.js";
import { comparisonInputOf } from "./comparison-input.js";

const made = new WeakMap<Kind, Map<Fold, Class>>();

/** What groups of a kind can be asked to fulfil: `MeasureHaving { count sum avg min max }`. */
export function havingInputOf(kind: Kind): Class {
  class Having {}
  const count = comparisonInputOf(valueTypeOfCount);
  Field(() => count as never, { nullable: true, description: "Anzahl der Einträge" })(Having.prototype, "count");
  addFolds(kind, Having);
  InputType(`${kind.name}Having`, { description: `Bedingung an Gruppen: ${kind.german}` })(Having);
  return Having;
}

/** Adds to an input the conditions on sums, averages, least and greatest values of a kind. */
export function addFolds(kind: Kind, input: Class): void {
  for (const fold of FOLDS) {
    const of = foldInputOf(kind, fold);
    if (of)
      Field(() => of as never, { nullable: true, description: `Bedingung an ${fold}` })(
        input.prototype as object,
        fold,
      );
  }
}

function foldInputOf(kind: Kind, fold: Fold): Class | null {
  const attributes = foldable(kind, fold);
  if (attributes.length === 0) return null;
  const folds = made.get(kind) ?? new Map<Fold, Class>();
  made.set(kind, folds);
  const found = folds.get(fold);
  if (found) return found;
  class Comparisons {}
  folds.set(fold, Comparisons);
  for (const { name, type, description } of attributes) {
    const input = comparisonInputOf(fold === "sum" || fold === "avg" ? Decimal : type);
    Field(() => input as never, { nullable: true, description })(Comparisons.prototype, name);
  }
  InputType(`${kind.name}Having${fold.charAt(0).toUpperCase()}${fold.slice(1)}`, {
    description: `Bedingung an ${fold}: ${kind.german}`,
  })(Comparisons);
  return Comparisons;
}
