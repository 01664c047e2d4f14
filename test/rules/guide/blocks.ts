/** A fenced block of a guide: its language, the file that it is or changes, and its text. */
export interface Block {
  readonly language: string;
  readonly path?: string;
  readonly text: string;
}

/** All fenced blocks of a markdown text, in order. */
export const blocksOf = (markdown: string): Block[] =>
  [...markdown.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gmsu)].map(([, language = "", path, text = ""]) => ({
    language,
    path,
    text,
  }));

/** The text of a file after a block's lines with `+` were put in behind the lines above them. Throws when such a line is not there exactly once. */
export function withInsertions(file: string, { text }: Block): string {
  const lines = file.split("\n");
  let place = -1;
  for (const line of text.split("\n").filter(Boolean)) {
    if (line.startsWith("+")) lines.splice(++place, 0, line.slice(1));
    else place = onlyPlaceOf(line.slice(1), lines);
  }
  return lines.join("\n");
}

function onlyPlaceOf(line: string, lines: readonly string[]): number {
  const place = lines.indexOf(line);
  if (place < 0 || lines.lastIndexOf(line) !== place) throw new Error(`The guide counts on one line "${line}"`);
  return place;
}
