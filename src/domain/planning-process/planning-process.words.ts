import { type WordOf, words } from "../../graph/types/words.js";

export const PlanningProcessKind = words("PlanningProcessKind", "Art des Planungsprozesses", {
  INTEGRATED_SOCIAL_PLANNING: "Integrierte Kommunale Sozialplanung (IKSP)",
  URBAN_DEVELOPMENT_CONCEPT: "Integriertes Stadtentwicklungskonzept (ISEK)",
  SOCIAL_PLAN: "Sozialplan",
  SOCIAL_STATISTICS: "Sozialstatistik",
  EVALUATION: "Evaluation",
  CLIMATE_CONCEPT: "Klimaschutzkonzept",
  HOUSING_CONCEPT: "Wohnungskonzept",
  QUARTER_CONCEPT: "Quartierskonzept",
  LAND_USE_PLAN: "Flächennutzungsplan",
  TRANSPORT_CONCEPT: "Verkehrskonzept",
  SMART_CITY_STRATEGY: "Smart-City-Strategie",
  SPECIALIST_REPORT: "Fachbericht",
  SPECIALIST_STRATEGY: "Fachstrategie",
  SCHOOL_NETWORK_PLAN: "Schulnetzplan",
  CITY_CENTRE_CONCEPT: "Innenstadtkonzept",
  CERTIFICATION: "Zertifizierung",
  SURVEY: "Befragung",
  PARTICIPATION_FORMAT: "Beteiligungsformat",
  REGIONAL_CONCEPT: "Regionalkonzept",
  FRAMEWORK_PLAN: "Rahmenplan",
  LOCAL_FEDERAL_PROGRAMME: "Bundesprogramm vor Ort",
  HEAT_PLANNING: "Wärmeplanung",
  PLAYGROUND_CONCEPT: "Spielplatzkonzept",
  DEMAND_PLAN: "Bedarfsplan",
  NETWORK: "Netzwerk",
});
export type PlanningProcessKind = WordOf<typeof PlanningProcessKind>;

export const PlanningProcessStatus = words("PlanningProcessStatus", "Stand des Planungsprozesses", {
  IN_PREPARATION: "in Erarbeitung",
  ADOPTED: "beschlossen",
  IN_PROGRESS: "in Umsetzung",
  ONGOING: "laufend",
  COMPLETED: "abgeschlossen",
  CONTINUED: "fortgeschrieben",
});
export type PlanningProcessStatus = WordOf<typeof PlanningProcessStatus>;
