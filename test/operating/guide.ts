import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../rules/planted/house.js";

/** The guide for those who run the server. */
export const guide = readFileSync(join(root, "docs/operating.md"), "utf8");

/** A fenced block of the guide, wherever it is indented. */
export interface GuideBlock {
  readonly language: string;
  readonly text: string;
  /** The heading that it stands under. */
  readonly under: string;
}

const HEADING = /^#{2,3} (.+)$/gmu;

/** All blocks of the guide in this language, under this heading or any. */
export function blocksIn(language: string, under?: string): GuideBlock[] {
  const headings = [...guide.matchAll(HEADING)];
  return [...guide.matchAll(/^( *)```(\w+)\n(.*?)^\1```$/gmsu)]
    .map(({ index, 1: indent = "", 2: found = "", 3: text = "" }) => ({
      language: found,
      text: text.replaceAll(new RegExp(`^${indent}`, "gmu"), ""),
      under: headings.findLast((heading) => heading.index < index)?.[1] ?? "",
    }))
    .filter((block) => block.language === language && (under === undefined || block.under === under));
}
