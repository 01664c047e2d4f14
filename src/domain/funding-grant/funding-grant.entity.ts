import { Check } from "typeorm/decorator/Check.js";
import { Attribute } from "../../graph/declare/attribute.js";
import { Kind } from "../../graph/declare/kind.js";
import { Link } from "../../graph/declare/link.js";
import { Node } from "../../graph/declare/node.js";
import { Euro, PartialDate, Percent, Prose, WholeNumber } from "../../graph/types/types.js";
import { type WordOf, words } from "../../graph/types/words.js";
import { StatementBasis } from "../../graph/provenance/provenance.words.js";
import { FundingProgramme } from "../funding-programme/funding-programme.entity.js";
import { Measure } from "../measure/measure.entity.js";
import { Precision } from "../precision.words.js";

export const GrantStage = words("GrantStage", "Stufe einer Förderung", {
  PLANNED: "geplant",
  APPLIED: "beantragt",
  PROMISED: "zugesagt",
  GRANTED: "bewilligt",
  AVAILABLE: "verfügbar (Kontingent)",
  SPENT: "verwendet",
  LAPSED: "verfallen",
  FUNDED: "gefördert, Stufe nicht genannt",
});
export type GrantStage = WordOf<typeof GrantStage>;

const KNOWN = { amountEur: { isNull: false } };

/** A grant whose amount is known, or that one replaces or contains whose amount is. */
const KNOWN_NEARBY = { or: [KNOWN, { replacedBy: { some: KNOWN } }, { partOf: KNOWN }] };

/**
 * A grant that another replaces, or that is part of another, is in that other's amount already, where that amount is known, or the amount of the next one. Not further:
 * each step more doubles the statement, and amounts that are not known seldom follow each other.
 */
const COUNTS_ONCE = { replacedBy: { none: KNOWN_NEARBY }, not: { partOf: KNOWN_NEARBY } };

@Kind({
  german: "Förderung",
  description: "Geld aus einem Programm für eine Maßnahme, auf einer Stufe vom Antrag bis zur Verwendung",
  label: ["measure.title", "programme.title", "stage"],
})
@Check("funding_grant_year", "year BETWEEN 1900 AND 2200")
export class FundingGrant extends Node {
  @Link(() => FundingProgramme, "Förderprogramm", {
    required: true,
    inverse: { grants: "Förderungen aus dem Programm" },
  })
  programme!: FundingProgramme;
  @Link(() => Measure, "Maßnahme", { required: true, inverse: { grants: "Förderungen" } }) measure!: Measure;
  @Attribute(Euro, "Betrag in Euro; Summen zählen ersetzte Förderungen und Teilbeträge nicht noch einmal", {
    counts: COUNTS_ONCE,
  })
  amountEur?: string | null;
  @Attribute(Precision, "Genauigkeit des Betrags") amountPrecision?: Precision | null;
  @Attribute(WholeNumber, "Jahr") year?: number | null;
  @Attribute(PartialDate, "Datum der Entscheidung") decidedOn?: string | null;
  @Attribute(Percent, "Anteil an den Kosten in Prozent") sharePercent?: string | null;
  @Attribute(GrantStage, "Stufe", { required: true, facet: true }) stage!: GrantStage;
  @Link(() => FundingGrant, "Ersetzt diese frühere Förderung; Summen zählen nur die spätere", {
    acyclic: true,
    inverse: { replacedBy: "Ersetzt durch" },
  })
  replaces?: FundingGrant | null;
  @Link(() => FundingGrant, "Ist Teil dieser Förderung; Summen zählen nur das Ganze", {
    acyclic: true,
    inverse: { parts: "Teilbeträge" },
  })
  partOf?: FundingGrant | null;
  @Attribute(StatementBasis, "Grundlage von Stufe, „ersetzt“ und „Teil von“") stageBasis?: StatementBasis | null;
  @Attribute(Prose, "Hinweis") note?: string | null;
}
