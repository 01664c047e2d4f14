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
export interface DocumentLimits {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
}

/** What no honest document exceeds, whatever the other limits are. */
const FIXED = { rootFields: 20, operations: 5, fragments: 30, directives: 10 } as const;

/** Levels that a question about the schema may have beyond the others: types nest in types. */
const INTROSPECTION = 6;

type Limits = DocumentLimits & typeof FIXED;
type Measure = keyof Limits;

const GERMAN: Record<Measure, string> = {
  depth: "Ebenen",
  fields: "Felder",
  aliases: "Umbenennungen",
  rootFields: "Felder auf oberster Ebene",
  operations: "Operationen",
  fragments: "Fragmente",
  directives: "Direktiven an einer Stelle",
};

class TooLarge extends Error {
  constructor(
    readonly measure: Measure,
    readonly limit: number,
  ) {
    super(measure);
  }
}

/** Refuses documents that are too large, before they are planned or run. It walks fragments as often as they are spread, and stops at the first limit. */
export function sizeRule(given: DocumentLimits): (context: ValidationContext) => ASTVisitor {
  const limits = { ...given, ...FIXED };
  return (context) => ({
    Document(document) {
      try {
        measure(document, limits);
        return undefined;
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        context.reportError(refusal(error));
        return false;
      }
    },
  });
}

function refusal({ measure, limit }: TooLarge): LimitExceeded {
  return new LimitExceeded(
    {
      en: `The document exceeds the limit of ${limit} (${measure}).`,
      de: `Die Anfrage überschreitet die Grenze von ${limit} (${GERMAN[measure]}).`,
    },
    { attribute: measure, limit },
  );
}

function measure(document: DocumentNode, limits: Limits): void {
  const atMost = capOf(limits);
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  atMost("fragments", fragments.length);
  atMost("operations", operations.length);
  const walk = new Walk(new Map(fragments.map((each) => [each.name.value, each])), atMost);
  for (const { directives = [] } of fragments) atMost("directives", directives.length);
  for (const { directives = [], variableDefinitions = [], selectionSet } of operations) {
    atMost("directives", directives.length);
    for (const variable of variableDefinitions) atMost("directives", variable.directives?.length ?? 0);
    walk.enter(selectionSet, 1);
  }
}

type Cap = (measure: Measure, amount: number) => void;

const capOf =
  (limits: Limits): Cap =>
  (measure, amount) => {
    if (amount > limits[measure]) throw new TooLarge(measure, limits[measure]);
  };

/** Counts what is selected, fragments unfolded; a fragment inside itself ends at the depth limit. */
class Walk {
  private fields = 0;
  private aliases = 0;
  private rootFields = 0;

  constructor(
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly atMost: Cap,
  ) {}

  enter(set: SelectionSetNode, depth: number, nesting = 0): void {
    this.atMost("depth", nesting / 2); // a fragment inside itself nests without growing deeper
    for (const selection of set.selections) this.count(selection, depth, nesting);
  }

  private count(selection: SelectionNode, depth: number, nesting: number): void {
    this.atMost("directives", selection.directives?.length ?? 0);
    if (selection.kind === Kind.FIELD) {
      if (selection.alias) this.atMost("aliases", ++this.aliases);
      this.atMost("depth", depth);
      this.atMost("fields", ++this.fields);
      if (depth === 1) this.atMost("rootFields", ++this.rootFields);
      const above = depth === 1 && /^__(?:schema|type)$/.test(selection.name.value) ? INTROSPECTION : 0;
      if (selection.selectionSet) this.enter(selection.selectionSet, depth + 1 - above, nesting + 1 - 2 * above);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      this.enter(selection.selectionSet, depth, nesting + 1);
    } else {
      const fragment = this.fragments.get(selection.name.value);
      this.atMost("fields", ++this.fields);
      if (fragment) this.enter(fragment.selectionSet, depth, nesting + 1);
    }
  }
}
