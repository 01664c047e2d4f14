import { answerTable, type LedMeasure } from "./answer-table.js";
import query from "../../schema/operations/start-page/antwort.graphql?raw";
import { ask } from "./ask.js";
import { element } from "./element.js";
import { enumLabels, type EnumValue } from "./enum-labels.js";
import { words } from "./words.js";

interface Enum {
  readonly enumValues: readonly EnumValue[];
}

interface Answer {
  readonly department: { readonly ledMeasures: { readonly totalCount: number; readonly nodes: readonly LedMeasure[] } };
  readonly statuses: Enum | null;
  readonly stages: Enum | null;
}

/** Asks the page's example question and shows the answer as a table; where the server does not answer, says so in one sentence. */
export async function showAnswer(): Promise<void> {
  const place = document.querySelector<HTMLElement>("[data-answer]");
  const missing = document.querySelector<HTMLElement>("[data-answer-missing]");
  if (!place || !missing) return;
  place.replaceChildren(element("p", { class: "fallback" }, words.waiting));
  try {
    const { department, statuses, stages } = await ask<Answer>(query);
    const status = enumLabels(statuses?.enumValues ?? []);
    const stage = enumLabels(stages?.enumValues ?? []);
    const table = answerTable(department.ledMeasures.nodes, { status, stage });
    place.replaceChildren(element("p", {}, words.summary(department.ledMeasures.totalCount)), table);
  } catch {
    place.replaceChildren();
    missing.hidden = false;
  }
}
