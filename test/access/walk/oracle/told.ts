/** What someone is told of a row, field by field. */
export type Told = Readonly<Record<string, unknown>>;

/** What is true of the rows that the walk asks about, by UUID: as someone sees it from whom nothing is hidden. */
export type Truth = ReadonlyMap<string, Told>;
