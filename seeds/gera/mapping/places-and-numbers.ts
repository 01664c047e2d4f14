import { fingerprint } from "../../../src/stewardship/import/cells/fingerprint.js";
import { keyOf } from "../../../src/stewardship/import/cells/key.js";
import { orElse } from "../../../src/stewardship/import/cells/or-else.js";
import { slugged } from "../../../src/stewardship/import/cells/slug.js";
import { word } from "../../../src/stewardship/import/cells/word.js";
import type { FileMapping } from "../../../src/stewardship/import/mapping.js";
import { PERIOD_KINDS } from "./words-of-plans.js";
import { PRECISIONS, SPATIAL_UNIT_KINDS } from "./words.js";

/** Spatial units, which cut across each other. */
export const spatialUnits: FileMapping = {
  file: "districts.csv",
  records: [
    {
      kind: "SpatialUnit",
      key: "key",
      values: {
        name: "name",
        kind: word("kind", SPATIAL_UNIT_KINDS),
        code: "code",
        parent: "parent_key",
        population: "population",
        populationAsOf: "population_as_of",
        areaHa: "area_ha",
        note: "note",
      },
    },
  ],
};

/** What is measured. */
export const indicators: FileMapping = {
  file: "indicators.csv",
  records: [
    {
      kind: "Indicator",
      key: "key",
      values: {
        title: "title",
        unit: "unit",
        themes: "theme_keys",
        definition: "definition",
        sourceBody: "source_body",
      },
    },
  ],
};

/** What was measured; two sources may say different things of the same space and period. */
export const indicatorValues: FileMapping = {
  file: "indicator_values.csv",
  records: [
    {
      kind: "IndicatorValue",
      key: keyOf(
        "indicator_key",
        "district_key",
        slugged(orElse("period", "ohne-stichtag")),
        fingerprint("source_url"),
      ),
      values: {
        indicator: "indicator_key",
        spatialUnit: "district_key",
        period: "period",
        periodKind: word("period_type", PERIOD_KINDS),
        value: "value",
        valuePrecision: word("value_precision", PRECISIONS),
        note: "note",
        source: "source_url",
      },
    },
  ],
};
