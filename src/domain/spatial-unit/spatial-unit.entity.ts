import { Check } from "typeorm/decorator/Check.js";
import { Attribute } from "../../graph/declare/attribute.js";
import { Kind } from "../../graph/declare/kind.js";
import { Link } from "../../graph/declare/link.js";
import { Node } from "../../graph/declare/node.js";
import { Decimal, PartialDate, Prose, Text, WholeNumber } from "../../graph/types/types.js";
import { type WordOf, words } from "../../graph/types/words.js";

export const SpatialUnitKind = words("SpatialUnitKind", "Art des Raums", {
  CITY: "Stadt",
  STATISTICAL_DISTRICT: "statistischer Bezirk",
  QUARTER: "Gemeindeteil",
  CITY_DISTRICT: "Stadtteil",
  LOCALITY: "Ortsteil",
  FUNDING_AREA: "Fördergebiet",
  EMPLOYMENT_AGENCY_DISTRICT: "Agenturbezirk",
  STATE: "Land",
  COUNTRY: "Bund",
});
export type SpatialUnitKind = WordOf<typeof SpatialUnitKind>;

@Kind({
  german: "Raum",
  description: "statistischer Bezirk, Stadtteil, Fördergebiet oder Vergleichsraum; Räume schneiden sich",
  label: ["name"],
})
@Check("spatial_unit_sizes", "population >= 0 AND area_ha >= 0")
export class SpatialUnit extends Node {
  @Attribute(Text, "Name", { required: true }) name!: string;
  @Attribute(SpatialUnitKind, "Art", { required: true }) kind!: SpatialUnitKind;
  @Attribute(Text, "Nummer des Bezirks oder Gemeindeteils") code?: string | null;
  @Link(() => SpatialUnit, "Übergeordneter Raum", { acyclic: true, inverse: { children: "Untergeordnete Räume" } })
  parent?: SpatialUnit | null;
  @Attribute(WholeNumber, "Einwohnerinnen und Einwohner") population?: number | null;
  @Attribute(PartialDate, "Stand der Einwohnerzahl") populationAsOf?: string | null;
  @Attribute(Decimal, "Fläche in Hektar") areaHa?: string | null;
  @Attribute(Prose, "Hinweis") note?: string | null;
}
