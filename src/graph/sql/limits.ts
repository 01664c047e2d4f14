/** Rows of a list that asks for no number of its own. */
export const DEFAULT_PAGE = 50;

/** Rows that one list may ask for; more is refused, never cut silently. */
export const PAGE_CEILING = 500;

/** How deep filters may nest. */
export const FILTER_DEPTH = 10;

/** Values that one list inside a filter (`in`, `and`, `or`) may hold. */
export const FILTER_WIDTH = 500;

/** Things that rows may be grouped by at once. */
export const GROUP_DEPTH = 4;

/** Groups that one question may yield; more is refused, never cut silently. */
export const GROUP_CEILING = 1000;

/** Hits of a search that asks for no number of its own, and how many it may ask for. */
export const SEARCH_PAGE = { preset: 20, ceiling: 100 } as const;

/** Characters that the text of a search may have. */
export const SEARCH_LENGTH = 200;
