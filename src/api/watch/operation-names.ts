/** Names that are told apart; a figure per name that a client makes up would fill the memory of whoever collects them. */
const MOST = 100;

/** Names with more letters than that are not meant for people. */
const LONGEST = 60;

/** Names of operations as labels of figures: those that the operator knows, and the first hundred others that come. */
export class OperationNames {
  private readonly known: Set<string>;
  private left = MOST;

  /** `own` are names that always have a place: those of trusted documents. */
  constructor(own: Iterable<string> = []) {
    this.known = new Set(own);
  }

  /** The label for an operation's name; one in brackets, which no operation can have, for all that have none of their own. */
  labelFor(name: string | undefined): string {
    if (name === undefined) return "(unnamed)";
    if (this.known.has(name)) return name;
    if (this.left === 0 || name.length > LONGEST) return "(other)";
    this.left--;
    this.known.add(name);
    return name;
  }
}
