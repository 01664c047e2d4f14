import type { AccessibleEntrance, DepartmentKind } from "../../../src/domain/department/department.words.js";
import type { BodyKind } from "../../../src/domain/body/body.entity.js";
import type { GoalKind } from "../../../src/domain/goal/goal.entity.js";
import type { OrganisationKind } from "../../../src/domain/organisation/organisation.entity.js";
import type { Precision } from "../../../src/domain/precision.words.js";
import type { PublicationKind } from "../../../src/domain/publication/publication.entity.js";
import type { Role } from "../../../src/domain/role-holding/role-holding.entity.js";
import type { SpatialUnitKind } from "../../../src/domain/spatial-unit/spatial-unit.entity.js";
import type { ThemeLinkKind } from "../../../src/domain/theme-link/theme-link.entity.js";
import type { ThemeKind } from "../../../src/domain/theme/theme.entity.js";

type Table<W extends string> = Readonly<Record<string, W>>;

/** Words of bodies.csv. */
export const BODY_KINDS: Table<BodyKind> = {
  RAT: "COUNCIL",
  STADTRATSAUSSCHUSS: "COUNCIL_COMMITTEE",
  ORTSTEILRAT: "LOCAL_COUNCIL",
  BEIRAT: "ADVISORY_BOARD",
  BEGLEITAUSSCHUSS: "ACCOMPANYING_COMMITTEE",
  STEUERUNGSGREMIUM: "STEERING_BODY",
  LENKUNGSGRUPPE: "STEERING_GROUP",
  PROJEKTGRUPPE: "PROJECT_GROUP",
  ARBEITSGRUPPE: "WORKING_GROUP",
  STADTTEILGREMIUM: "DISTRICT_BODY",
};

/** Functions of contacts.csv. */
export const ROLES: Table<Role> = {
  "Leitung (Dezernentin)": "HEAD",
  Planungskoordinatorin: "PLANNING_COORDINATOR",
};

/** Words of departments.csv. */
export const DEPARTMENT_KINDS: Table<DepartmentKind> = {
  KOMMUNE: "MUNICIPALITY",
  DEZERNAT: "DEPARTMENT",
  AMT: "OFFICE",
  ABTEILUNG: "DIVISION",
  FACHDIENST: "SPECIALIST_SERVICE",
  STABSSTELLE: "STAFF_UNIT",
  BUERO: "BUREAU",
  EINRICHTUNG: "FACILITY",
  BEAUFTRAGTE: "COMMISSIONER",
};

/** Flags of departments.csv; an empty cell says nothing, not even that it is unknown. */
export const ENTRANCES: Table<AccessibleEntrance> = { true: "YES", false: "NO" };

/** Words of districts.csv. */
export const SPATIAL_UNIT_KINDS: Table<SpatialUnitKind> = {
  STADT: "CITY",
  STATISTISCHER_BEZIRK: "STATISTICAL_DISTRICT",
  GEMEINDETEIL: "QUARTER",
  STADTTEIL: "CITY_DISTRICT",
  ORTSTEIL: "LOCALITY",
  FOERDERGEBIET: "FUNDING_AREA",
  AGENTURBEZIRK: "EMPLOYMENT_AGENCY_DISTRICT",
  LAND: "STATE",
  BUND: "COUNTRY",
};

/** How exact a number is, in several files. */
export const PRECISIONS: Table<Precision> = {
  EXAKT: "EXACT",
  GERUNDET: "ROUNDED",
  SCHAETZUNG: "ESTIMATED",
  MINDESTENS: "AT_LEAST",
};

/** Words of partners.csv. */
export const ORGANISATION_KINDS: Table<OrganisationKind> = {
  VEREIN: "ASSOCIATION",
  BEHOERDE: "AUTHORITY",
  LANDESBEHOERDE: "STATE_AUTHORITY",
  LANDESGESELLSCHAFT: "STATE_COMPANY",
  PLANUNGSBUERO: "PLANNING_OFFICE",
  BERATUNG: "CONSULTANCY",
  UNTERNEHMEN: "COMPANY",
  FORSCHUNG: "RESEARCH",
  HOCHSCHULE: "UNIVERSITY",
  KULTUREINRICHTUNG: "CULTURAL_INSTITUTION",
  FREIER_TRAEGER: "INDEPENDENT_PROVIDER",
  STIFTUNG: "FOUNDATION",
};

/** Words of publications.csv. */
export const PUBLICATION_KINDS: Table<PublicationKind> = {
  PLAN: "PLAN",
  ENTWURF: "DRAFT",
  BERICHT: "REPORT",
  STATISTIK: "STATISTICS",
  VORTRAG: "TALK",
  PRESSEMITTEILUNG: "PRESS_RELEASE",
  AUFRUF: "CALL",
  WEBSEITE: "WEB_PAGE",
};

/** Words of themes.csv that mean goals. */
export const GOAL_KINDS: Table<GoalKind> = { LEITZIEL: "GUIDING", ZIEL: "OPERATIONAL", LEITLINIE: "GUIDELINE" };

/** Words of themes.csv that mean themes. */
export const THEME_KINDS: Table<ThemeKind> = {
  HANDLUNGSFELD: "FIELD_OF_ACTION",
  LEITPROJEKT: "LEAD_PROJECT",
  FACHTHEMA: "TOPIC",
  SCHWERPUNKT: "FOCUS",
  ZIELBILD: "VISION",
  STATISTIKTHEMA: "STATISTICS_TOPIC",
  FOERDER_HANDLUNGSFELD: "FUNDING_FIELD",
  THEMENTISCH: "ROUND_TABLE",
};

/** Words of theme_links.csv and theme_links_editorial.csv. */
export const THEME_LINK_KINDS: Table<ThemeLinkKind> = {
  VERKNUEPFT_DURCH_ISEK: "LINKED_BY_ISEK",
  GEMEINSAMER_SCHWERPUNKT: "COMMON_FOCUS",
  GLEICHLAUTENDER_TITEL: "SAME_TITLE",
};
