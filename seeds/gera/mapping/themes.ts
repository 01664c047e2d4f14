import { constant } from "../../../src/stewardship/import/cells/constant.js";
import { keyOf } from "../../../src/stewardship/import/cells/key.js";
import { slugged } from "../../../src/stewardship/import/cells/slug.js";
import { word } from "../../../src/stewardship/import/cells/word.js";
import type { Cell, FileMapping } from "../../../src/stewardship/import/mapping.js";
import type { Row } from "../../../src/stewardship/import/read/row.js";
import { GOAL_KINDS, THEME_KINDS, THEME_LINK_KINDS } from "./words.js";

const isGoal = (row: Row): boolean => Object.hasOwn(GOAL_KINDS, row.cell("kind") ?? "");

const common = { title: "title", code: "code", process: "process_key", seq: "seq", note: "note" };

/** Themes and, in the same file, goals: the city numbers them together. */
export const themes: FileMapping = {
  file: "themes.csv",
  records: [
    {
      kind: "Theme",
      key: "key",
      values: { ...common, kind: word("kind", THEME_KINDS), parent: "parent_key" },
      when: (row) => !isGoal(row),
    },
    {
      kind: "Goal",
      key: "key",
      values: { ...common, kind: word("kind", GOAL_KINDS), theme: "parent_key" },
      when: isGoal,
    },
  ],
};

const linksIn = (file: string, basis: Cell): FileMapping => ({
  file,
  records: [
    {
      kind: "ThemeLink",
      key: keyOf("from_key", slugged(word("kind", THEME_LINK_KINDS)), "to_key"),
      values: { from: "from_key", to: "to_key", kind: word("kind", THEME_LINK_KINDS), basis },
    },
  ],
});

/** Links between themes that a source states. */
export const themeLinks = linksIn("theme_links.csv", constant("SOURCE"));

/** Links between themes that an editor inferred. */
export const inferredThemeLinks = linksIn("theme_links_editorial.csv", "basis");
