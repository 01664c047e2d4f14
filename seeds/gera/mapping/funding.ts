import { constant } from "../../../src/stewardship/import/cells/constant.js";
import { slugged } from "../../../src/stewardship/import/cells/slug.js";
import { word } from "../../../src/stewardship/import/cells/word.js";
import type { FileMapping } from "../../../src/stewardship/import/mapping.js";
import { FUNDING_LEVELS, GRANT_STAGES } from "./words-of-plans.js";
import { ORGANISATION_KINDS, PRECISIONS } from "./words.js";

/** Organisations outside the administration. */
export const partners: FileMapping = {
  file: "partners.csv",
  records: [
    {
      kind: "Organisation",
      key: "key",
      values: { name: "name", kind: word("kind", ORGANISATION_KINDS), role: "role" },
    },
  ],
};

/** Programmes; the funder, given by name only, becomes an organisation. */
export const programmes: FileMapping = {
  file: "funding_programmes.csv",
  records: [
    {
      kind: "FundingProgramme",
      key: "key",
      values: {
        title: "title",
        shortTitle: "short_title",
        level: word("level", FUNDING_LEVELS),
        funder: slugged("funder"),
        periodStart: "period_start",
        periodEnd: "period_end",
        coFundingRate: "co_funding_rate",
        coFundingNote: "co_funding_note",
        volumeEur: "volume_eur",
        url: "url",
      },
    },
    {
      kind: "Organisation",
      key: slugged("funder"),
      values: { name: "funder", kind: constant("FUNDER") },
      when: (row) => row.cell("funder") !== null,
    },
  ],
};

/** Money from programmes for measures. */
export const grants: FileMapping = {
  file: "funding_grants.csv",
  records: [
    {
      kind: "FundingGrant",
      key: "key",
      values: {
        programme: "programme_key",
        measure: "measure_key",
        amountEur: "amount_eur",
        amountPrecision: word("amount_precision", PRECISIONS),
        year: "year",
        decidedOn: "decided_on",
        sharePercent: "share_percent",
        stage: word("status", GRANT_STAGES),
        replaces: "replaces_key",
        partOf: "part_of_key",
        stageBasis: "stage_basis",
        note: "note",
      },
    },
  ],
};
