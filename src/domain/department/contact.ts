import { Attribute } from "../../graph/declare/attribute.js";
import { Composite } from "../../graph/declare/composite.js";
import { Text, TimeOfDay } from "../../graph/types/types.js";
import { DayOfWeek } from "./department.words.js";

/** Five digits, kept as text: Gera's begins with a zero. */
const PostalCode = { ...Text, check: (column: string) => `${column} ~ '^[0-9]{5}$'` };

/** Where a department is found or written to. */
@Composite("Address", "Anschrift")
export class Address {
  @Attribute(Text, "Straße") street?: string | null;
  @Attribute(Text, "Hausnummer; auch ein Bereich: 99/101") houseNumber?: string | null;
  @Attribute(PostalCode, "Postleitzahl, fünf Ziffern") postalCode?: string | null;
  @Attribute(Text, "Ort") locality?: string | null;
}

/** One span of schema.org's `OpeningHoursSpecification`. */
@Composite("ServiceHours", "Servicezeit – ein Zeitraum an einem Wochentag")
export class ServiceHours {
  @Attribute(DayOfWeek, "Wochentag", { required: true }) dayOfWeek!: DayOfWeek;
  @Attribute(TimeOfDay, "geöffnet ab", { required: true }) opens!: string;
  @Attribute(TimeOfDay, "geöffnet bis", { required: true }) closes!: string;
}
