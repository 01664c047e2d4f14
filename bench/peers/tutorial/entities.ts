import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";

const words = (names: string) => Object.fromEntries(names.split(" ").map((name) => [name, name]));
export const MeasureStatus = words("PLANNED IN_PROGRESS ONGOING COMPLETED ENDED NOT_IMPLEMENTED");
registerEnumType(MeasureStatus, { name: "MeasureStatus" });

const link = (name: string) => JoinColumn({ name });

@ObjectType()
@Entity()
export class Department {
  @PrimaryColumn("uuid") id!: string;
  @Field(() => String) @Column("text") key!: string;
  @Field(() => String) @Column("text") name!: string;
  @Column("text", { name: "short_name", nullable: true }) shortName!: string | null;
  @Column("text", { nullable: true }) note!: string | null;
}

@ObjectType()
@Entity("planning_process")
export class PlanningProcess {
  @PrimaryColumn("uuid") id!: string;
  @Field(() => String) @Column("text") key!: string;
  @Field(() => String) @Column("text") title!: string;
  @Column("text", { nullable: true }) note!: string | null;
  @Column("uuid", { name: "lead_department_id", nullable: true }) leadDepartmentId!: string | null;
}

@ObjectType()
@Entity()
export class Theme {
  @PrimaryColumn("uuid") id!: string;
  @Field(() => String) @Column("text") key!: string;
  @Field(() => String) @Column("text") title!: string;
  @Column("text", { nullable: true }) code!: string | null;
  @Column("text", { nullable: true }) note!: string | null;
  @Column("uuid", { name: "parent_id", nullable: true }) parentId!: string | null;
}

@ObjectType()
@Entity()
export class Measure {
  @PrimaryColumn("uuid") id!: string;
  @Field(() => String) @Column("text") key!: string;
  @Field(() => String) @Column("text") title!: string;
  @Field(() => String, { nullable: true }) @Column("text", { nullable: true }) code!: string | null;
  @Field(() => MeasureStatus, { nullable: true }) @Column("text", { nullable: true }) status!: string | null;
  @Field(() => String, { nullable: true }) @Column("text", { name: "starts_on", nullable: true }) startsOn!:
    string | null;
  @Field(() => String, { nullable: true }) @Column("text", { name: "ends_on", nullable: true }) endsOn!: string | null;
  @Field(() => String, { nullable: true }) @Column("numeric", { name: "cost_eur", nullable: true }) costEur!:
    string | null;
  @Field(() => String, { nullable: true }) @Column("text", { nullable: true }) description!: string | null;
  @Column("uuid", { name: "process_id", nullable: true }) processId!: string | null;
  @Column("text", { select: false }) publication!: string;
  @Column("text", { select: false }) visibility!: string;
}

@ObjectType()
@Entity("funding_programme")
export class FundingProgramme {
  @PrimaryColumn("uuid") id!: string;
  @Field(() => String) @Column("text") key!: string;
  @Field(() => String) @Column("text") title!: string;
  @Column("text", { name: "short_title", nullable: true }) shortTitle!: string | null;
}

@ObjectType()
@Entity("funding_grant")
export class FundingGrant {
  @PrimaryColumn("uuid") id!: string;
  @Field(() => String, { nullable: true }) @Column("numeric", { name: "amount_eur", nullable: true }) amountEur!:
    string | null;
  @Field(() => String) @Column("text") stage!: string;
  @Field(() => Int, { nullable: true }) @Column("int", { nullable: true }) year!: number | null;
  @Column("text", { nullable: true }) note!: string | null;
  @Column("uuid", { name: "programme_id" }) programmeId!: string;
  @Column("uuid", { name: "measure_id" }) measureId!: string;
}

@Entity("theme_assignment")
export class ThemeAssignment {
  @PrimaryColumn("uuid") id!: string;
  @Column("uuid", { name: "measure_id" }) measureId!: string;
  @Column("uuid", { name: "theme_id", nullable: true }) themeId!: string | null;
  @ManyToOne(() => Theme) @link("theme_id") theme!: Theme;
  @ManyToOne(() => Measure) @link("measure_id") measure!: Measure;
}

@Entity("responsibility")
export class Responsibility {
  @PrimaryColumn("uuid") id!: string;
  @Column("text") role!: string;
  @Column("uuid", { name: "measure_id" }) measureId!: string;
  @ManyToOne(() => Department) @link("department_id") department!: Department | null;
}

export const entities = [
  Department,
  PlanningProcess,
  Theme,
  Measure,
  FundingProgramme,
  FundingGrant,
  ThemeAssignment,
  Responsibility,
];
