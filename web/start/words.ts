const german = {
  locale: "de-DE",
  measure: "Maßnahme",
  status: "Status",
  themes: "Themen",
  funding: "Programme und Beträge",
  sources: "Quellen",
  none: "keine Angabe",
  editorial: "redaktionell zugeordnet",
  waiting: "Die Antwort wird geholt …",
  summary: (count: number) =>
    `${count} Maßnahmen, frisch aus dem Graphen. Ein Strich heißt: in den Quellen nicht gefunden.`,
};

const english: typeof german = {
  locale: "en-GB",
  measure: "Measure",
  status: "Status",
  themes: "Themes",
  funding: "Programmes and amounts",
  sources: "Sources",
  none: "not stated",
  editorial: "assigned by the editors",
  waiting: "Fetching the answer …",
  summary: (count) => `${count} measures, fresh from the graph. A dash means: not found in the sources.`,
};

/** What the page's script says, in the language of the page. */
export const words = document.documentElement.lang === "en" ? english : german;
