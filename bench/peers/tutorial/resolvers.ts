import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { type DataSource, MoreThan, MoreThanOrEqual, Raw } from "typeorm";
import { GROUPS } from "../mercurius/resolvers.js";
import { MeasureGroup, MeasurePage } from "./answers.js";
import {
  Department,
  FundingGrant,
  FundingProgramme,
  Measure,
  MeasureStatus,
  PlanningProcess,
  Theme,
} from "./entities.js";
import type { Loaders } from "./loaders.js";

/** What a request carries. */
export interface Context {
  readonly source: DataSource;
  readonly loaders: Loaders;
}

@Resolver(() => Measure)
export class MeasureResolver {
  @Query(() => Measure, { nullable: true })
  measure(@Arg("key", () => String) key: string, @Ctx() { source }: Context) {
    return source.getRepository(Measure).findOne({ where: { key } });
  }

  @Query(() => [Measure])
  measures(@Arg("first", () => Int) first: number, @Ctx() { source }: Context) {
    return source.getRepository(Measure).find({ order: { id: "ASC" }, take: first });
  }

  @Query(() => [MeasureGroup])
  largestGroups(@Arg("first", () => Int) first: number, @Ctx() { source }: Context) {
    return source.query(GROUPS.largest, [first]);
  }

  @Query(() => [MeasureGroup])
  groupsOfTheme(@Arg("key", () => String) key: string, @Ctx() { source }: Context) {
    return source.query(GROUPS.ofTheme, [key]);
  }

  @FieldResolver(() => PlanningProcess, { nullable: true })
  process(@Root() { processId }: Measure, @Ctx() { loaders }: Context) {
    return processId && loaders.process.load(processId);
  }

  @FieldResolver(() => [Department])
  leadDepartments(@Root() { id }: Measure, @Ctx() { loaders }: Context) {
    return loaders.leads.load(id);
  }

  @FieldResolver(() => [Theme])
  themes(@Root() { id }: Measure, @Ctx() { loaders }: Context) {
    return loaders.themes.load(id);
  }

  @FieldResolver(() => [FundingGrant])
  grants(@Root() { id }: Measure, @Ctx() { loaders }: Context) {
    return loaders.grants.load(id);
  }
}

/** As in the statements of the limit: the index of these lists begins with it. */
const SEEN = { publication: "PUBLISHED", visibility: "PUBLIC" };

@Resolver(() => MeasurePage)
export class PageResolver {
  @Query(() => MeasurePage)
  async measurePage(
    @Arg("status", () => MeasureStatus) status: string,
    @Arg("least", () => String) least: string,
    @Arg("first", () => Int) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() { source }: Context,
  ): Promise<MeasurePage & { status: string; least: string }> {
    const [cost, id] = after?.split("/") ?? [];
    const costEur = MoreThanOrEqual(least);
    const where = cost
      ? [
          { ...SEEN, status, costEur: Raw((column) => `${column} >= :least AND ${column} < :cost`, { least, cost }) },
          { ...SEEN, status, costEur: cost, id: MoreThan(id!) },
        ]
      : { ...SEEN, status, costEur };
    const order = { costEur: "DESC", id: "ASC" } as const;
    const found = await source.getRepository(Measure).find({ where, order, take: first + 1 });
    const nodes = found.slice(0, first);
    const last = nodes.at(-1);
    const endCursor = last ? `${last.costEur}/${last.id}` : null;
    return { nodes, pageInfo: { hasNextPage: found.length > first, endCursor }, status, least };
  }

  @FieldResolver(() => Int)
  totalCount(@Root() { status, least }: { status: string; least: string }, @Ctx() { source }: Context) {
    return source.getRepository(Measure).count({ where: { ...SEEN, status, costEur: MoreThanOrEqual(least) } });
  }
}

@Resolver(() => PlanningProcess)
export class ProcessResolver {
  @FieldResolver(() => Department, { nullable: true })
  leadDepartment(@Root() { leadDepartmentId }: PlanningProcess, @Ctx() { loaders }: Context) {
    return leadDepartmentId && loaders.department.load(leadDepartmentId);
  }
}

@Resolver(() => FundingGrant)
export class GrantResolver {
  @FieldResolver(() => FundingProgramme)
  programme(@Root() { programmeId }: FundingGrant, @Ctx() { loaders }: Context) {
    return loaders.programme.load(programmeId);
  }
}

@Resolver(() => Theme)
export class ThemeResolver {
  @Query(() => Theme, { nullable: true })
  theme(@Arg("key", () => String) key: string, @Ctx() { source }: Context) {
    return source.getRepository(Theme).findOne({ where: { key } });
  }

  @FieldResolver(() => Theme, { nullable: true })
  parent(@Root() { parentId }: Theme, @Ctx() { loaders }: Context) {
    return parentId && loaders.theme.load(parentId);
  }

  @FieldResolver(() => [Theme])
  children(@Root() { id }: Theme, @Ctx() { loaders }: Context) {
    return loaders.children.load(id);
  }

  @FieldResolver(() => [Measure])
  async measures(@Root() { id }: Theme, @Arg("first", () => Int) first: number, @Ctx() { loaders }: Context) {
    return (await loaders.measures.load(id)).slice(0, first);
  }
}
