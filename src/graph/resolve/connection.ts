import type { Page } from "../sql/page/page.js";
import type { Row } from "../model.js";
import type { GroupInput } from "../sql/figures/group.js";
import { type Compute, Figures, type Group, groupsOf } from "./figures.js";
import type { NodeRecord } from "./record.js";

type Fetched = readonly (NodeRecord & { "@cursor"?: string })[];

/** Cuts the one row too many that was fetched to see whether the list goes on, and turns the page the right way round. */
function cut(page: Page, fetched: Fetched): { rows: Fetched; more: boolean } {
  const rows = fetched.slice(0, page.size);
  return { rows: page.backward ? rows.reverse() : rows, more: fetched.length > page.size };
}

/** A list as GraphQL walks through it; nothing is fetched before it is asked for. */
export class Connection {
  #page?: Promise<{ rows: Fetched; more: boolean }>;

  constructor(
    private readonly row: Row,
    private readonly page: Page,
    private readonly fetch: () => Promise<Fetched>,
    private readonly compute: Compute,
  ) {}

  private read(): Promise<{ rows: Fetched; more: boolean }> {
    return (this.#page ??= this.fetch().then((fetched) => cut(this.page, fetched)));
  }

  get totalCount(): Promise<number> {
    return this.figures.count({});
  }

  /** Numbers over all rows that the filter lets through, whichever page is shown. */
  get figures(): Figures {
    return new Figures(this.row, this.compute);
  }

  groups(input: GroupInput): Promise<Group[]> {
    return groupsOf(this.row, this.compute, input);
  }

  get nodes(): Promise<Fetched> {
    return this.read().then(({ rows }) => rows);
  }

  get edges(): Promise<{ cursor: string | undefined; node: NodeRecord }[]> {
    return this.read().then(({ rows }) => rows.map((node) => ({ cursor: node["@cursor"], node })));
  }

  get pageInfo(): Promise<object> {
    const { backward, entered } = this.page;
    return this.read().then(({ rows, more }) => ({
      hasNextPage: backward ? entered : more,
      hasPreviousPage: backward ? more : entered,
      startCursor: rows[0]?.["@cursor"] ?? null,
      endCursor: rows.at(-1)?.["@cursor"] ?? null,
    }));
  }
}
