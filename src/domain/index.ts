import { graphOf } from "../graph/assemble/graph.js";
import type { Class, Graph } from "../graph/model.js";
import { Source } from "../graph/provenance/source.entity.js";
import { Statement } from "../graph/provenance/statement.entity.js";
import { Body } from "./body/body.entity.js";
import { CouncilDecision } from "./council-decision/council-decision.entity.js";
import { Department } from "./department/department.entity.js";
import { DepartmentResolver } from "./department/department.resolver.js";
import { FundingGrant } from "./funding-grant/funding-grant.entity.js";
import { FundingProgramme } from "./funding-programme/funding-programme.entity.js";
import { Goal } from "./goal/goal.entity.js";
import { IndicatorValue } from "./indicator-value/indicator-value.entity.js";
import { Indicator } from "./indicator/indicator.entity.js";
import { Measure } from "./measure/measure.entity.js";
import { Organisation } from "./organisation/organisation.entity.js";
import { Person } from "./person/person.entity.js";
import { PlanningProcess } from "./planning-process/planning-process.entity.js";
import { ProcessLink } from "./process-link/process-link.entity.js";
import { ProcessPhase } from "./process-phase/process-phase.entity.js";
import { Publication } from "./publication/publication.entity.js";
import { Responsibility } from "./responsibility/responsibility.entity.js";
import { RoleHolding } from "./role-holding/role-holding.entity.js";
import { SpatialUnit } from "./spatial-unit/spatial-unit.entity.js";
import { ThemeAssignment } from "./theme-assignment/theme-assignment.entity.js";
import { ThemeLink } from "./theme-link/theme-link.entity.js";
import { Theme } from "./theme/theme.entity.js";

/** The register: every kind of the city's graph, once, with the class of its computed fields where it has one. */
const REGISTER: readonly (readonly [Class, Class?])[] = [
  [Department, DepartmentResolver],
  [Person],
  [RoleHolding],
  [Organisation],
  [PlanningProcess],
  [ProcessLink],
  [ProcessPhase],
  [Theme],
  [ThemeLink],
  [Goal],
  [Measure],
  [ThemeAssignment],
  [Responsibility],
  [Body],
  [CouncilDecision],
  [FundingProgramme],
  [FundingGrant],
  [SpatialUnit],
  [Indicator],
  [IndicatorValue],
  [Publication],
  [Source],
  [Statement],
];

/** The city's graph, assembled from the register. */
export const graph: Graph = graphOf(REGISTER.map(([kind]) => kind));

/** Computed fields: plain TypeGraphQL resolvers beside the derived ones. */
export const computedFields: readonly Class[] = REGISTER.flatMap(([, resolver]) => (resolver ? [resolver] : []));
