import DataLoader from "dataloader";
import { type DataSource, type EntityTarget, In, type ObjectLiteral } from "typeorm";
import {
  Department,
  FundingGrant,
  FundingProgramme,
  type Measure,
  PlanningProcess,
  Responsibility,
  Theme,
  ThemeAssignment,
} from "./entities.js";

/** Loaders of one request, as the guides of these libraries show them: `find` with `In`. */
export type Loaders = ReturnType<typeof loadersOf>;

/** Fresh loaders. */
export function loadersOf(source: DataSource) {
  return {
    process: byId(source, PlanningProcess),
    department: byId(source, Department),
    theme: byId(source, Theme),
    programme: byId(source, FundingProgramme),
    ...listsOf(source),
  };
}

function listsOf(source: DataSource) {
  const responsibilities = source.getRepository(Responsibility);
  const assignments = source.getRepository(ThemeAssignment);
  return {
    leads: listed(
      (owners) =>
        responsibilities.find({ where: { measureId: In(owners), role: "LEAD" }, relations: { department: true } }),
      (row) => row.measureId,
      (row): Department => row.department!,
    ),
    themes: listed(
      (owners) => assignments.find({ where: { measureId: In(owners) }, relations: { theme: true } }),
      (row) => row.measureId,
      (row): Theme => row.theme,
    ),
    grants: listed(
      (owners) => source.getRepository(FundingGrant).find({ where: { measureId: In(owners) } }),
      (row) => row.measureId,
      (row): FundingGrant => row,
    ),
    children: listed(
      (owners) => source.getRepository(Theme).find({ where: { parentId: In(owners) }, order: { id: "ASC" } }),
      (row) => row.parentId!,
      (row): Theme => row,
    ),
    measures: listed(
      (owners) =>
        assignments.find({ where: { themeId: In(owners) }, relations: { measure: true }, order: { measureId: "ASC" } }),
      (row) => row.themeId!,
      (row): Measure => row.measure,
    ),
  };
}

function byId<T extends ObjectLiteral & { id: string }>(source: DataSource, entity: EntityTarget<T>) {
  return new DataLoader<string, T | null>(async (ids) => {
    const found = await source.getRepository(entity).find({ where: { id: In([...ids]) } as never });
    const map = new Map(found.map((each) => [each.id, each]));
    return ids.map((id) => map.get(id) ?? null);
  });
}

function listed<T, V>(find: (owners: string[]) => Promise<T[]>, owner: (row: T) => string, value: (row: T) => V) {
  return new DataLoader<string, V[]>(async (owners) => {
    const rows = await find([...owners]);
    const lists = new Map<string, V[]>(owners.map((each) => [each, []]));
    for (const row of rows) lists.get(owner(row))?.push(value(row));
    return owners.map((each) => lists.get(each)!);
  });
}
