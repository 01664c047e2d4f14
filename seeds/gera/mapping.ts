import type { Mapping } from "../../src/stewardship/import/mapping.js";
import { contacts, departments } from "./mapping/departments.js";
import { grants, partners, programmes } from "./mapping/funding.js";
import { inferredAssignments, measures } from "./mapping/measures.js";
import { indicators, indicatorValues, spatialUnits } from "./mapping/places-and-numbers.js";
import { processes, processLinks, processPhases } from "./mapping/processes.js";
import { sources, statements } from "./mapping/provenance.js";
import { bodies, publications } from "./mapping/publications.js";
import { inferredThemeLinks, themeLinks, themes } from "./mapping/themes.js";

/** How the CSV files of this folder become the city's graph. Where two files speak of the same record, the earlier one comes first in lists. */
export const mapping: Mapping = {
  files: [
    sources,
    departments,
    contacts,
    partners,
    processes,
    processLinks,
    processPhases,
    bodies,
    themes,
    themeLinks,
    inferredThemeLinks,
    spatialUnits,
    measures,
    inferredAssignments,
    programmes,
    grants,
    indicators,
    indicatorValues,
    publications,
    statements,
  ],
  sourceWords: { seed: "seed-10-jahre-iksp" },
};
