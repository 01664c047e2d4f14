import type { Preset } from "./preset.js";

const files = import.meta.glob<string>("../../schema/operations/questions/*.graphql", {
  query: "?raw",
  import: "default",
  eager: true,
});

const examples = Object.keys(files)
  .sort()
  .map((name) => (files[name] ?? "").trimEnd());

/** The tabs of a first visit: what the link presets, then one tab for each example question, in the order of their file names. */
export function firstTabs({ query, variables }: Preset): { query: string; variables?: string }[] {
  const others = examples.filter((example) => example !== query).map((example) => ({ query: example }));
  return query === undefined ? others : [{ query, variables }, ...others];
}
