import { constant } from "../../../src/stewardship/import/cells/constant.js";
import { fieldName } from "../../../src/stewardship/import/cells/provenance/field-name.js";
import { nodeNamed } from "../../../src/stewardship/import/cells/provenance/node-named.js";
import { statementKeyIn } from "../../../src/stewardship/import/cells/provenance/statement-key.js";
import { slugged } from "../../../src/stewardship/import/cells/slug.js";
import type { FileMapping } from "../../../src/stewardship/import/mapping.js";

/** Sources with a readable name; the keys carry the dots of host names. */
export const sources: FileMapping = {
  file: "sources.csv",
  records: [
    {
      kind: "Source",
      key: slugged("key"),
      values: { title: "label", url: "url", publisher: "publisher", kind: "kind" },
    },
  ],
};

/** Single values as single sources have them: what makes contradictions visible. */
export const statements: FileMapping = {
  file: "statements.csv",
  records: [
    {
      kind: "Statement",
      key: statementKeyIn({
        kind: "subject_kind",
        key: "subject_key",
        attribute: "attribute",
        value: "value",
        source: "source_url",
      }),
      values: {
        subject: nodeNamed("subject_kind", "subject_key"),
        attribute: fieldName("subject_kind", "attribute"),
        value: "value",
        rank: "rank",
        basis: "basis",
        reason: "reason",
        locator: "locator",
        source: "source_url",
        position: constant("0"),
      },
    },
  ],
};
