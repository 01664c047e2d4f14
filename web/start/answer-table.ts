import { element } from "./element.js";
import { words } from "./words.js";

/** A measure as the example question asks for it. */
export interface LedMeasure {
  readonly title: string;
  readonly status: string | null;
  readonly themes: { readonly nodes: readonly { readonly title: string }[] };
  readonly grants: { readonly nodes: readonly Grant[] };
  readonly sources: readonly { readonly label: string; readonly url: string | null }[];
}

interface Grant {
  readonly programme: { readonly title: string };
  readonly amountEur: string | null;
}

/**
 * The answer as a table. Narrow screens lay its cells out as blocks, which would take the meaning "table" from a screen reader, so every
 * part states its role; `data-label` is the column's name for that layout.
 */
export function answerTable(measures: readonly LedMeasure[], sayStatus: (status: string) => string): HTMLElement {
  const head = [words.measure, words.status, words.themes, words.funding, words.sources];
  const headings = head.map((name, column) =>
    element("th", { role: "columnheader", scope: "col", class: kinds[column] ?? "" }, name),
  );
  return element(
    "table",
    { role: "table", "aria-labelledby": document.querySelector(".question")?.id ?? "" },
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...headings)),
    element("tbody", { role: "rowgroup", lang: "de" }, ...measures.map((measure) => row(measure, sayStatus))),
  );
}

const kinds = ["measure", "", "theme", "programme", ""];

function row(measure: LedMeasure, sayStatus: (status: string) => string): HTMLElement {
  return element(
    "tr",
    { role: "row" },
    element("th", { role: "rowheader", scope: "row" }, measure.title),
    cell(words.status, measure.status ? [sayStatus(measure.status)] : []),
    cell(
      words.themes,
      measure.themes.nodes.map((theme) => theme.title),
    ),
    cell(words.funding, measure.grants.nodes.map(sayGrant)),
    cell(
      words.sources,
      measure.sources.map(({ label, url }) => linkTo(label, url)),
    ),
  );
}

function cell(label: string, entries: readonly (Node | string)[]): HTMLElement {
  const nothing = [element("span", { "aria-hidden": "true" }, "–"), element("span", { class: "unseen" }, words.none)];
  return element(
    "td",
    { role: "cell", "data-label": label },
    ...(entries.length ? entries.map((entry) => element("p", {}, entry)) : nothing),
  );
}

const euros = new Intl.NumberFormat(words.locale, {
  style: "currency",
  currency: "EUR",
  trailingZeroDisplay: "stripIfInteger",
});

function sayGrant({ programme, amountEur }: Grant): Node | string {
  if (amountEur === null) return programme.title;
  return element("span", {}, `${programme.title} `, element("b", {}, euros.format(Number(amountEur))));
}

/** Only web addresses become links, so that a `javascript:` address in the data stays text. */
function linkTo(label: string, url: string | null): Node | string {
  return url && /^https?:/i.test(url) && URL.canParse(url)
    ? element("a", { href: url, rel: "noreferrer", title: label }, new URL(url).hostname.replace(/^www\./, ""))
    : label;
}
