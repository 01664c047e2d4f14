import {
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from "graphql";
import { LimitExceeded } from "../../platform/errors.js";

/** Sizes that a document may have. Depth counts fields, `nodes` and `edges` among them. */
export const DOCUMENT_LIMITS = {
  depth: 20,
  fields: 400,
  aliases: 30,
  rootFields: 20,
  operations: 5,
  fragments: 30,
} as const;

type Measure = keyof typeof DOCUMENT_LIMITS;

const GERMAN: Record<Measure, string> = {
  depth: "Ebenen",
  fields: "Felder",
  aliases: "Umbenennungen",
  rootFields: "Felder auf oberster Ebene",
  operations: "Operationen",
  fragments: "Fragmente",
};

class TooLarge extends Error {
  constructor(readonly measure: Measure) {
    super(measure);
  }
}

/** Refuses documents that are too large, before they are planned or run. It walks fragments as often as they are spread, and stops at the first limit. */
export function sizeRule(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      try {
        measure(document);
        return undefined;
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        context.reportError(refusal(error.measure));
        return false;
      }
    },
  };
}

function refusal(measure: Measure): LimitExceeded {
  const limit = DOCUMENT_LIMITS[measure];
  return new LimitExceeded(
    {
      en: `The document exceeds the limit of ${limit} (${measure}).`,
      de: `Die Anfrage überschreitet die Grenze von ${limit} (${GERMAN[measure]}).`,
    },
    { attribute: measure, limit },
  );
}

function measure(document: DocumentNode): void {
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  atMost("fragments", fragments.length);
  atMost("operations", operations.length);
  const walk = new Walk(new Map(fragments.map((each) => [each.name.value, each])));
  for (const { selectionSet } of operations) walk.enter(selectionSet, 1);
}

function atMost(measure: Measure, amount: number): void {
  if (amount > DOCUMENT_LIMITS[measure]) throw new TooLarge(measure);
}

/** Counts what is selected, fragments unfolded; a fragment inside itself ends at the depth limit. */
class Walk {
  private fields = 0;
  private aliases = 0;
  private rootFields = 0;

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  enter(set: SelectionSetNode, depth: number, nesting = 0): void {
    if (nesting > DOCUMENT_LIMITS.depth * 2) throw new TooLarge("depth");
    for (const selection of set.selections) this.count(selection, depth, nesting);
  }

  private count(selection: SelectionNode, depth: number, nesting: number): void {
    if (selection.kind === Kind.FIELD) {
      if (selection.alias) atMost("aliases", ++this.aliases);
      atMost("depth", depth);
      atMost("fields", ++this.fields);
      if (depth === 1) atMost("rootFields", ++this.rootFields);
      if (selection.selectionSet) this.enter(selection.selectionSet, depth + 1, nesting + 1);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      this.enter(selection.selectionSet, depth, nesting + 1);
    } else {
      const fragment = this.fragments.get(selection.name.value);
      atMost("fields", ++this.fields);
      if (fragment) this.enter(fragment.selectionSet, depth, nesting + 1);
    }
  }
}
