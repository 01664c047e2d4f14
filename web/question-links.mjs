import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../schema/operations/questions/", import.meta.url));

/**
 * Vite plugin: writes the example questions into a page while it is built, so that they are there without JavaScript: as links into the
 * playground at `<!-- questions de -->` and `<!-- questions en -->`, and the first one as a shell command at `<!-- curl -->`.
 */
export function questionLinks() {
  return { name: "question-links", transformIndexHtml: { order: "pre", handler: filledIn } };
}

function filledIn(html) {
  const queries = readQuestions();
  return html
    .replace(/<!-- questions (de|en) -->/, (_, language) => queries.map((query) => linkTo(query, language)).join("\n"))
    .replace("<!-- curl -->", () => commandFor(queries[0]));
}

function readQuestions() {
  const names = readdirSync(folder).filter((name) => name.endsWith(".graphql"));
  return names.sort().map((name) => readFileSync(folder + name, "utf8").trimEnd());
}

function linkTo(query, language) {
  return `<li><a href="/playground?query=${encodeURIComponent(query)}">${escape(sentence(query, language))}</a></li>`;
}

/** A question's file begins with the question as a comment: German, an empty comment line, English. */
function sentence(query, language) {
  const [german, english] = query.split("\n\n")[0].replace(/^# ?/gm, "").split("\n\n");
  return (language === "en" ? english : german).replaceAll("\n", " ");
}

/** The address is a guess that the page's script replaces by the one it came from. */
function commandFor(query) {
  const line = query
    .replace(/^#.*\n/gm, "")
    .trim()
    .replace(/\s+/g, " ");
  return `curl <span data-origin>http://localhost:4000</span>/graphql --json '${escape(JSON.stringify({ query: line }))}'`;
}

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
