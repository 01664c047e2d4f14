import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

type Row = Record<string, string>;

const table = (name: string): Row[] =>
  parse<Row>(readFileSync(new URL(`../../../seeds/gera/${name}.csv`, import.meta.url)), { columns: true, bom: true });

const measures = table("measures");
const departments = table("departments");
const themes = table("themes");
const programmes = table("funding_programmes");
const grants = table("funding_grants");
const assigned = table("theme_assignments_editorial");
const districts = table("districts");

const statuses: Record<string, string> = {
  GEPLANT: "PLANNED",
  IN_UMSETZUNG: "IN_PROGRESS",
  LAUFEND: "ONGOING",
  UMGESETZT: "COMPLETED",
  BEENDET: "ENDED",
  NICHT_UMGESETZT: "NOT_IMPLEMENTED",
};

/** Root values over Gera's real seed files: enough of the graph to look at the pages with, before and without the real server. */
export const stubGraph = {
  department: ({ key }: { key: string }) => one(departments, key, departmentOf),
  theme: ({ key }: { key: string }) => one(themes, key, themeOf),
  spatialUnit: ({ key }: { key: string }) => one(districts, key, spatialUnitOf),
  fundingProgramme: ({ key }: { key: string }) => one(programmes, key, programmeOf),
  measures: ({ where }: { where?: { status?: { isNull?: boolean } } }) =>
    connection(where?.status?.isNull ? measures.filter((row) => !row["status"]) : measures, measureOf),
  departments: () => connection(departments, departmentOf),
  themes: () => connection(themes, themeOf),
  fundingProgrammes: () => connection(programmes, programmeOf),
  fundingGrants: () => connection(grants, grantOf),
};

const keys = (list = ""): string[] => list.split(";").filter(Boolean);

const one = <Node>(rows: Row[], key: string, nodeOf: (row: Row) => Node): Node | null => {
  const found = rows.find((row) => row["key"] === key);
  return found ? nodeOf(found) : null;
};

const connection = <Node>(rows: Row[], nodeOf: (row: Row) => Node) => ({
  totalCount: rows.length,
  nodes: () => rows.map(nodeOf),
});

function measureOf(row: Row): object {
  const themeKeys = [
    ...keys(row["theme_keys"]),
    ...assigned.filter((link) => link["measure_key"] === row["key"]).map((link) => link["theme_key"]),
  ];
  return {
    title: row["title"],
    status: statuses[row["status"] ?? ""] ?? null,
    startsOn: row["starts_on"] || null,
    costEur: row["budget_eur"] || null,
    themes: () =>
      connection(
        themes.filter((theme) => themeKeys.includes(theme["key"])),
        themeOf,
      ),
    leadDepartments: () =>
      connection(
        departments.filter((unit) => keys(row["lead_department_key"]).includes(unit["key"] ?? "")),
        departmentOf,
      ),
    grants: () =>
      connection(
        grants.filter((grant) => grant["measure_key"] === row["key"]),
        grantOf,
      ),
    sources: () => [row["source_url"] ?? "", ...keys(row["more_sources"])].filter(Boolean).map(sourceOf),
  };
}

function departmentOf(row: Row): object {
  return { key: row["key"], name: row["name"], ledMeasures: () => measuresWhere("lead_department_key", row) };
}

function themeOf(row: Row): object {
  const assignedHere = assigned.filter((link) => link["theme_key"] === row["key"]).map((link) => link["measure_key"]);
  const belongs = (measure: Row): boolean =>
    keys(measure["theme_keys"]).includes(row["key"] ?? "") || assignedHere.includes(measure["key"]);
  return { title: row["title"], measures: () => connection(measures.filter(belongs), measureOf) };
}

function spatialUnitOf(row: Row): object {
  return { name: row["name"], measures: () => measuresWhere("district_keys", row) };
}

function measuresWhere(column: string, row: Row) {
  return connection(
    measures.filter((measure) => keys(measure[column]).includes(row["key"] ?? "")),
    measureOf,
  );
}

function programmeOf(row: Row): object {
  return {
    title: row["title"],
    grants: () =>
      connection(
        grants.filter((grant) => grant["programme_key"] === row["key"]),
        grantOf,
      ),
  };
}

function grantOf(row: Row): object {
  return {
    amountEur: row["amount_eur"] || null,
    programme: () => one(programmes, row["programme_key"] ?? "", programmeOf),
    measure: () => one(measures, row["measure_key"] ?? "", measureOf),
  };
}

function sourceOf(url: string): object {
  return url === "seed" ? { label: "10 Jahre IKSP in Gera", url: null } : { label: url, url };
}
