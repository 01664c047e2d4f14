import { FUNDING_LEVELS, GRANT_STAGES, PERIOD_KINDS } from "../../../seeds/gera/mapping/words-of-plans.js";
import { PRECISIONS, SPATIAL_UNIT_KINDS } from "../../../seeds/gera/mapping/words.js";
import { at, entries, type FileWalk, inferred, sources, word } from "./walk.js";

const byKey: FileWalk["is"] = (node: { key: string }, row) => node.key === row["key"];

/** Money, places and numbers. */
export const numbers: readonly FileWalk[] = [
  {
    file: "funding_programmes.csv",
    ask: {
      fundingProgrammes: `key title shortTitle level funder { name } periodStart periodEnd coFundingRate coFundingNote volumeEur url
      sources { key url }`,
    },
    is: byKey,
    columns: {
      key: at("key"),
      title: at("title"),
      short_title: at("shortTitle"),
      level: word("level", FUNDING_LEVELS),
      funder: at("funder.name"),
      period_start: at("periodStart"),
      period_end: at("periodEnd"),
      co_funding_rate: at("coFundingRate"),
      co_funding_note: at("coFundingNote"),
      volume_eur: at("volumeEur"),
      url: at("url"),
      source_url: sources,
    },
  },
  {
    file: "funding_grants.csv",
    ask: {
      fundingGrants: `key programme { key } measure { key } amountEur amountPrecision year decidedOn sharePercent stage
      replaces { key } partOf { key } stageBasis note sources { key url }`,
    },
    is: byKey,
    columns: {
      key: at("key"),
      programme_key: at("programme.key"),
      measure_key: at("measure.key"),
      amount_eur: at("amountEur"),
      amount_precision: word("amountPrecision", PRECISIONS),
      year: at("year"),
      decided_on: at("decidedOn"),
      share_percent: at("sharePercent"),
      status: word("stage", GRANT_STAGES),
      replaces_key: at("replaces.key"),
      part_of_key: at("partOf.key"),
      stage_basis: at("stageBasis"),
      note: at("note"),
      source_url: sources,
    },
  },
  {
    file: "districts.csv",
    ask: {
      spatialUnits: `key name kind code parent { key } population populationAsOf areaHa note sources { key url }
      statements { attribute value basis }`,
    },
    is: byKey,
    columns: {
      key: at("key"),
      name: at("name"),
      kind: word("kind", SPATIAL_UNIT_KINDS),
      code: at("code"),
      parent_key: at("parent.key"),
      population: at("population"),
      population_as_of: at("populationAsOf"),
      area_ha: at("areaHa"),
      note: at("note"),
      editorial_fields: inferred({ parent_key: "parent" }),
      source_url: sources,
    },
  },
  {
    file: "indicators.csv",
    ask: { indicators: `key title unit themes { nodes { key } } definition sourceBody sources { key url }` },
    is: byKey,
    columns: {
      key: at("key"),
      title: at("title"),
      unit: at("unit"),
      theme_keys: entries("themes.nodes.key"),
      definition: at("definition"),
      source_body: at("sourceBody"),
      source_url: sources,
    },
  },
  {
    file: "indicator_values.csv",
    ask: {
      indicatorValues: `indicator { key } spatialUnit { key } period periodKind value valuePrecision note source { url } sources { key url }`,
    },
    is: (node, row) =>
      node.indicator.key === row["indicator_key"] &&
      node.spatialUnit.key === row["district_key"] &&
      (node.period ?? "") === row["period"] &&
      node.source.url === row["source_url"],
    columns: {
      indicator_key: at("indicator.key"),
      district_key: at("spatialUnit.key"),
      period: at("period"),
      period_type: word("periodKind", PERIOD_KINDS),
      value: at("value"),
      value_precision: word("valuePrecision", PRECISIONS),
      note: at("note"),
      source_url: sources,
    },
  },
];
