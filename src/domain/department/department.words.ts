import { type WordOf, words } from "../../graph/types/words.js";

export const DepartmentKind = words("DepartmentKind", "Art der Organisationseinheit", {
  MUNICIPALITY: "Kommune",
  DEPARTMENT: "Dezernat",
  OFFICE: "Amt",
  DIVISION: "Abteilung",
  SPECIALIST_SERVICE: "Fachdienst",
  STAFF_UNIT: "Stabsstelle",
  BUREAU: "Büro",
  FACILITY: "Einrichtung",
  COMMISSIONER: "Beauftragte oder Beauftragter",
});
export type DepartmentKind = WordOf<typeof DepartmentKind>;

export const AccessibleEntrance = words("AccessibleEntrance", "Barrierefreier Zugang", {
  YES: "ja",
  NO: "nein",
  PARTIAL: "teilweise",
  UNKNOWN: "nicht bekannt",
});
export type AccessibleEntrance = WordOf<typeof AccessibleEntrance>;

/** Days of schema.org's `DayOfWeek`, in the order of a German week. */
export const DayOfWeek = words("DayOfWeek", "Wochentag", {
  MONDAY: "Montag",
  TUESDAY: "Dienstag",
  WEDNESDAY: "Mittwoch",
  THURSDAY: "Donnerstag",
  FRIDAY: "Freitag",
  SATURDAY: "Samstag",
  SUNDAY: "Sonntag",
});
export type DayOfWeek = WordOf<typeof DayOfWeek>;
