/** `PlanningProcess` or `startsOn` as PostgreSQL names it: `planning_process`, `starts_on`. */
export const snakeCase = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();

/** `visitingAddress.postalCode` as an enum value: `VISITING_ADDRESS_POSTAL_CODE`. */
export const constantCase = (path: string): string => path.split(".").map(snakeCase).join("_").toUpperCase();

/** `PlanningProcess` as a field: `planningProcess`. */
export const camelCase = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
