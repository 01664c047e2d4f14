import { word } from "../../../src/stewardship/import/cells/word.js";
import type { FileMapping } from "../../../src/stewardship/import/mapping.js";
import { BODY_KINDS, PUBLICATION_KINDS } from "./words.js";

/** Bodies of the city and of its plans. */
export const bodies: FileMapping = {
  file: "bodies.csv",
  records: [
    {
      kind: "Body",
      key: "key",
      values: { name: "name", kind: word("kind", BODY_KINDS), process: "process_key", note: "note" },
    },
  ],
};

/** What came out of plans. */
export const publications: FileMapping = {
  file: "publications.csv",
  records: [
    {
      kind: "Publication",
      key: "key",
      values: {
        title: "title",
        kind: word("kind", PUBLICATION_KINDS),
        process: "process_key",
        publishedOn: "published_on",
        publisher: "publisher",
        url: "url",
      },
    },
  ],
};
