import { WholeNumber } from "../../types/types.js";

/** How many rows there are, as a value to compare: PostgreSQL counts in bigint. */
export const valueTypeOfCount = { ...WholeNumber, cast: "bigint" };
