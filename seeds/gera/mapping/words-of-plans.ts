import type { GrantStage } from "../../../src/domain/funding-grant/funding-grant.entity.js";
import type { FundingLevel } from "../../../src/domain/funding-programme/funding-programme.entity.js";
import type { PeriodKind } from "../../../src/domain/indicator-value/indicator-value.entity.js";
import type { MeasureStatus } from "../../../src/domain/measure/measure.entity.js";
import type {
  PlanningProcessKind,
  PlanningProcessStatus,
} from "../../../src/domain/planning-process/planning-process.words.js";
import type { ProcessLinkKind } from "../../../src/domain/process-link/process-link.entity.js";

type Table<W extends string> = Readonly<Record<string, W>>;

/** Stages of funding_grants.csv. */
export const GRANT_STAGES: Table<GrantStage> = {
  GEPLANT: "PLANNED",
  BEANTRAGT: "APPLIED",
  ZUGESAGT: "PROMISED",
  BEWILLIGT: "GRANTED",
  VERFUEGBAR: "AVAILABLE",
  VERWENDET: "SPENT",
  VERFALLEN: "LAPSED",
  GEFOERDERT: "FUNDED",
};

/** Levels of funding_programmes.csv. */
export const FUNDING_LEVELS: Table<FundingLevel> = {
  EU: "EU",
  BUND: "FEDERAL",
  LAND: "STATE",
  KOMMUNE: "MUNICIPAL",
  STIFTUNG: "FOUNDATION",
};

/** Words of indicator_values.csv. */
export const PERIOD_KINDS: Table<PeriodKind> = {
  JAHR: "YEAR",
  MONAT: "MONTH",
  STICHTAG: "REFERENCE_DATE",
  ZEITRAUM: "RANGE",
  KITAJAHR: "KINDERGARTEN_YEAR",
  OHNE_STICHTAG: "UNDATED",
};

/** Words of measures.csv. */
export const MEASURE_STATUS: Table<MeasureStatus> = {
  GEPLANT: "PLANNED",
  IN_UMSETZUNG: "IN_PROGRESS",
  LAUFEND: "ONGOING",
  UMGESETZT: "COMPLETED",
  BEENDET: "ENDED",
  NICHT_UMGESETZT: "NOT_IMPLEMENTED",
};

/** Words of planning_processes.csv. */
export const PROCESS_KINDS: Table<PlanningProcessKind> = {
  IKSP: "INTEGRATED_SOCIAL_PLANNING",
  ISEK: "URBAN_DEVELOPMENT_CONCEPT",
  SOZIALPLAN: "SOCIAL_PLAN",
  SOZIALSTATISTIK: "SOCIAL_STATISTICS",
  EVALUATION: "EVALUATION",
  KLIMASCHUTZKONZEPT: "CLIMATE_CONCEPT",
  WOHNUNGSKONZEPT: "HOUSING_CONCEPT",
  QUARTIERSKONZEPT: "QUARTER_CONCEPT",
  FLAECHENNUTZUNGSPLAN: "LAND_USE_PLAN",
  VERKEHRSKONZEPT: "TRANSPORT_CONCEPT",
  SMART_CITY_STRATEGIE: "SMART_CITY_STRATEGY",
  FACHBERICHT: "SPECIALIST_REPORT",
  FACHSTRATEGIE: "SPECIALIST_STRATEGY",
  SCHULNETZPLAN: "SCHOOL_NETWORK_PLAN",
  INNENSTADTKONZEPT: "CITY_CENTRE_CONCEPT",
  ZERTIFIZIERUNG: "CERTIFICATION",
  BEFRAGUNG: "SURVEY",
  BETEILIGUNGSFORMAT: "PARTICIPATION_FORMAT",
  REGIONALKONZEPT: "REGIONAL_CONCEPT",
  RAHMENPLAN: "FRAMEWORK_PLAN",
  BUNDESPROGRAMM_LOKAL: "LOCAL_FEDERAL_PROGRAMME",
  WAERMEPLANUNG: "HEAT_PLANNING",
  SPIELPLATZKONZEPT: "PLAYGROUND_CONCEPT",
  BEDARFSPLAN: "DEMAND_PLAN",
  NETZWERK: "NETWORK",
};

/** Words of planning_processes.csv. */
export const PROCESS_STATUS: Table<PlanningProcessStatus> = {
  IN_ERARBEITUNG: "IN_PREPARATION",
  BESCHLOSSEN: "ADOPTED",
  IN_UMSETZUNG: "IN_PROGRESS",
  LAUFEND: "ONGOING",
  ABGESCHLOSSEN: "COMPLETED",
  FORTGESCHRIEBEN: "CONTINUED",
};

/** Words of process_links.csv. */
export const PROCESS_LINK_KINDS: Table<ProcessLinkKind> = {
  SCHREIBT_FORT: "CONTINUES",
  EVALUIERT: "EVALUATES",
  UMFASST: "COMPRISES",
  BEGINNT_MIT: "BEGINS_WITH",
  LIEFERT_DATEN: "SUPPLIES_DATA_TO",
  FLIESST_EIN: "FEEDS_INTO",
  BERUFT_SICH_AUF: "REFERS_TO",
  VORARBEIT: "PRELIMINARY_WORK_FOR",
  BEGRUENDET: "JUSTIFIES",
  SOFORTPROJEKT_VON: "IMMEDIATE_PROJECT_OF",
  DACH_UEBER: "UMBRELLA_OVER",
  KONFORM_MIT: "CONFORMS_TO",
  TEIL_LOKALER_GESAMTSTRATEGIE: "PART_OF_LOCAL_STRATEGY",
};
