import { element } from "./element.js";
import { words } from "./words.js";

/** A measure as the example question asks for it. */
export interface LedMeasure {
  readonly title: string;
  readonly status: string | null;
  readonly themeAssignments: { readonly nodes: readonly Assignment[] };
  readonly grants: { readonly nodes: readonly Grant[] };
  readonly sources: readonly { readonly label: string; readonly url: string | null }[];
}

interface Assignment {
  readonly theme: { readonly title: string };
  readonly basis: string;
}

interface Grant {
  readonly programme: { readonly title: string };
  readonly stage: string;
  readonly amountEur: string | null;
}

/** How the values of the enums in the table are called. */
export interface Labels {
  readonly status: (value: string) => string;
  readonly stage: (value: string) => string;
}

/**
 * The answer as a table. Narrow screens lay its cells out as blocks, which would take the meaning "table" from a screen reader, so every
 * part states its role; `data-label` is the column's name for that layout.
 */
export function answerTable(measures: readonly LedMeasure[], labels: Labels): HTMLElement {
  const head = [words.measure, words.status, words.themes, words.funding, words.sources];
  const headings = head.map((name, column) =>
    element("th", { role: "columnheader", scope: "col", class: kinds[column] ?? "" }, name),
  );
  return element(
    "table",
    { role: "table", "aria-labelledby": document.querySelector(".question")?.id ?? "" },
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...headings)),
    element("tbody", { role: "rowgroup", lang: "de" }, ...measures.map((measure) => row(measure, labels))),
  );
}

const kinds = ["measure", "", "theme", "programme", ""];

function row(measure: LedMeasure, labels: Labels): HTMLElement {
  return element(
    "tr",
    { role: "row" },
    element("th", { role: "rowheader", scope: "row" }, measure.title),
    cell(words.status, measure.status ? [capitalised(labels.status(measure.status))] : []),
    cell(words.themes, measure.themeAssignments.nodes.map(sayTheme)),
    cell(
      words.funding,
      measure.grants.nodes.map((grant) => sayGrant(grant, labels)),
    ),
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

/** The page says that every entry names its source; a theme that the editor chose has none. */
function sayTheme({ theme, basis }: Assignment): Node | string {
  if (basis !== "EDITORIAL") return theme.title;
  return element("span", {}, `${theme.title} `, element("small", {}, `(${words.editorial})`));
}

/** An amount without its stage would be added to the amount that replaces it. */
function sayGrant({ programme, stage, amountEur }: Grant, labels: Labels): Node | string {
  if (amountEur === null) return programme.title;
  const amount = element("b", {}, euros.format(Number(amountEur)));
  return element("span", {}, `${programme.title} `, amount, ` (${labels.stage(stage)})`);
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Only web addresses become links, so that a `javascript:` address in the data stays text. */
function linkTo(label: string, url: string | null): Node | string {
  return url && /^https?:/i.test(url) && URL.canParse(url)
    ? element("a", { href: url, rel: "noreferrer", title: label }, new URL(url).hostname.replace(/^www\./, ""))
    : label;
}
