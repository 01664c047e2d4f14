import { Field, Int, ObjectType } from "type-graphql";
import { Measure, MeasureStatus } from "./entities.js";

@ObjectType()
export class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

@ObjectType()
export class MeasurePage {
  @Field(() => [Measure]) nodes!: Measure[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@ObjectType()
export class MeasureGroup {
  @Field(() => String, { nullable: true }) theme?: string | null;
  @Field(() => String, { nullable: true }) leadDepartment?: string | null;
  @Field(() => MeasureStatus, { nullable: true }) status?: string | null;
  @Field(() => String, { nullable: true }) startsOnYear?: string | null;
  @Field(() => Int) count!: number;
  @Field(() => String, { nullable: true }) sumCostEur?: string | null;
}
