/** Operators that let an empty value through; every other one compares, and an empty value compares with nothing. */
const OPEN = new Set(["ne", "notIn", "isNull"]);

type Given = Readonly<Record<string, unknown>>;

/** Whether a filter lets only rows through that have a value at this path: `["costEur"]`, `["visitingAddress", "street"]`. */
export function isFilledBy(where: unknown, path: readonly string[]): boolean {
  if (typeof where !== "object" || where === null) return false;
  const { and } = where as { and?: unknown };
  if (Array.isArray(and) && and.some((each) => isFilledBy(each, path))) return true;
  const operators = path.reduce<unknown>((inner, name) => (inner as Given | undefined | null)?.[name], where);
  return typeof operators === "object" && operators !== null && Object.entries(operators).some(isFilling);
}

const isFilling = ([operator, operand]: [string, unknown]): boolean =>
  operand != null && (operator === "isNull" ? operand === false : !OPEN.has(operator));
