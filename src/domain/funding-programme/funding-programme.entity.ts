import { Check } from "typeorm/decorator/Check.js";
import { Attribute } from "../../graph/declare/attribute.js";
import { Kind } from "../../graph/declare/kind.js";
import { Link } from "../../graph/declare/link.js";
import { Node } from "../../graph/declare/node.js";
import { Euro, PartialDate, Percent, Prose, Text, Url } from "../../graph/types/types.js";
import { type WordOf, words } from "../../graph/types/words.js";
import { Organisation } from "../organisation/organisation.entity.js";

export const FundingLevel = words("FundingLevel", "Ebene, die fördert", {
  EU: "Europäische Union",
  FEDERAL: "Bund",
  STATE: "Land",
  MUNICIPAL: "Kommune",
  FOUNDATION: "Stiftung, Spenden, freie Träger",
});
export type FundingLevel = WordOf<typeof FundingLevel>;

@Kind({
  german: "Förderprogramm",
  description: "Programm oder Mittelquelle, aus der Maßnahmen bezahlt werden",
  label: ["title"],
})
@Check("funding_programme_period", "earliest_day(period_start) <= latest_day(period_end)")
export class FundingProgramme extends Node {
  @Attribute(Text, "Titel", { required: true }) title!: string;
  @Attribute(Text, "Kurztitel") shortTitle?: string | null;
  @Attribute(FundingLevel, "Ebene", { required: true }) level!: FundingLevel;
  @Link(() => Organisation, "Fördergeber", { inverse: { fundedProgrammes: "Förderprogramme als Fördergeber" } })
  funder?: Organisation | null;
  @Attribute(PartialDate, "Laufzeit ab") periodStart?: string | null;
  @Attribute(PartialDate, "Laufzeit bis") periodEnd?: string | null;
  @Attribute(Percent, "Förderquote in Prozent") coFundingRate?: string | null;
  @Attribute(Prose, "Erläuterung zur Förderquote") coFundingNote?: string | null;
  @Attribute(Euro, "Volumen des Programms in Euro") volumeEur?: string | null;
  @Attribute(Url, "Seite des Programms") url?: string | null;
}
