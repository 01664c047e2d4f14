import { Exclusion } from "typeorm/decorator/Exclusion.js";
import { Attribute } from "../../graph/declare/attribute.js";
import { Kind } from "../../graph/declare/kind.js";
import { Link } from "../../graph/declare/link.js";
import { Node } from "../../graph/declare/node.js";
import { Decimal, Prose, Text } from "../../graph/types/types.js";
import { type WordOf, words } from "../../graph/types/words.js";
import { Source } from "../../graph/provenance/source.entity.js";
import { Indicator } from "../indicator/indicator.entity.js";
import { Precision } from "../precision.words.js";
import { SpatialUnit } from "../spatial-unit/spatial-unit.entity.js";

export const PeriodKind = words("PeriodKind", "Art des Zeitbezugs", {
  YEAR: "Jahr",
  MONTH: "Monat",
  REFERENCE_DATE: "Stichtag",
  RANGE: "Zeitraum",
  KINDERGARTEN_YEAR: "Kindergartenjahr",
  UNDATED: "ohne Stichtag",
});
export type PeriodKind = WordOf<typeof PeriodKind>;

/** Over texts, so that nobody looks links up in this index, which is slower than theirs. Two sources may disagree about the same number; one source gives it once. */
const ONCE_PER_SOURCE = `USING gist (("indicator_id"::text) WITH =, ("spatial_unit_id"::text) WITH =,
  (COALESCE("period", '')) WITH =, ("source_id"::text) WITH =)`;

@Kind({
  german: "Wert",
  description: "Zahl einer Kennzahl für einen Raum und einen Zeitraum, wie eine Quelle sie nennt",
  label: ["indicator.title", "spatialUnit.name", "period"],
})
@Exclusion("indicator_value_once_per_source", ONCE_PER_SOURCE)
export class IndicatorValue extends Node {
  @Link(() => Indicator, "Kennzahl", { required: true, inverse: { values: "Werte" } }) indicator!: Indicator;
  @Attribute(Decimal, "Wert", { required: true }) value!: string;
  @Attribute(Precision, "Genauigkeit des Werts") valuePrecision?: Precision | null;
  @Attribute(Text, "Zeitbezug: 2018, 2018-09, 2018-12-31, 2019/2020; leer ohne Stichtag") period?: string | null;
  @Attribute(PeriodKind, "Art des Zeitbezugs", { required: true }) periodKind!: PeriodKind;
  @Link(() => SpatialUnit, "Raum", { required: true, inverse: { indicatorValues: "Werte von Kennzahlen" } })
  spatialUnit!: SpatialUnit;
  @Link(() => Source, "Quelle, die den Wert nennt", {
    required: true,
    inverse: { indicatorValues: "Werte aus dieser Quelle" },
  })
  source!: Source;
  @Attribute(Prose, "Hinweis") note?: string | null;
}
