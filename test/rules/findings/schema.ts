/** Where the committed schema is not the printed one, and what to do about it; null where it is. */
export function schemaFindingOf(committed: string, printed: string): string | null {
  if (committed === printed) return null;
  const [before, after] = [committed, printed].map((text) => text.split("\n")) as [string[], string[]];
  const line = after.findIndex((text, index) => text !== before[index]);
  const at = line < 0 ? after.length : line;
  return `schema/schema.graphql says in line ${at + 1} ${quoted(before[at])}, the declarations say ${quoted(after[at])}: run "npm run schema", review the difference, commit it.`;
}

const quoted = (text: string | undefined): string => (text === undefined ? "nothing" : `"${text.trim()}"`);
