import { ask } from "./ask.js";
import query from "../../schema/operations/start-page/zahlen.graphql?raw";
import { words } from "./words.js";

/** Fills in how many nodes of each kind the graph holds; where the server does not answer, says so in one sentence. */
export async function showFigures(): Promise<void> {
  const list = document.querySelector<HTMLElement>("[data-figures]");
  const missing = document.querySelector<HTMLElement>("[data-figures-missing]");
  if (!list || !missing) return;
  try {
    fill(list, await ask<Record<string, { totalCount: number }>>(query));
    list.hidden = false;
  } catch {
    missing.hidden = false;
  }
}

function fill(list: HTMLElement, counts: Record<string, { totalCount: number }>): void {
  const number = new Intl.NumberFormat(words.locale);
  for (const place of list.querySelectorAll<HTMLElement>("[data-count]")) {
    place.textContent = number.format(counts[place.dataset["count"] ?? ""]?.totalCount ?? NaN);
  }
}
