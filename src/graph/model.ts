import type { Sql } from "sql-template-tag";
import type { PersonalRole } from "../access/ranks.js";
import type { Viewer } from "../access/viewer.js";
import type { ValueType } from "./types/value-type.js";

/** A filter as a client would write it; here it narrows a link once and for all. */
export type FilterInput = Readonly<Record<string, unknown>>;

/** A class of objects without an identity of their own (an address, service hours). */
export interface Composite {
  readonly name: string;
  readonly target: Class;
  readonly attributes: readonly Attribute[];
}

/** What every attribute and link says of itself. */
export interface Described {
  readonly name: string;
  /** What it means; the official German term first. */
  readonly description: string;
  readonly required: boolean;
  /** Kept from those below this role: they get null, and cannot filter, sort, group or search by it. */
  readonly readableBy?: PersonalRole;
  /** Says something of the person that the row is linked to, and goes when that person is erased. */
  readonly personal?: boolean;
}

/** One value of a kind: stored in a column of its own, or derived from the row by an expression. */
export interface ValueAttribute extends Described {
  readonly shape: "value";
  readonly type: ValueType;
  readonly derive?: (row: Row) => Sql;
  /** Which rows count into sums and averages, so that nothing counts twice; absent: all. */
  readonly counts?: FilterInput;
  /** Lists are usually narrowed by it: indexes answer this in every order. */
  readonly facet?: boolean | undefined;
}

/** An object of the kind: its attributes are columns with a common prefix; null when all of them are. */
export interface EmbeddedAttribute extends Described {
  readonly shape: "embedded";
  readonly composite: Composite;
  /** Derived as a JSON object instead of stored. */
  readonly derive?: (row: Row) => Sql;
}

/** A short, bounded list of objects: stored as JSON in the API's own form, or derived as such. */
export interface ListAttribute extends Described {
  readonly shape: "list";
  readonly composite: Composite | ValueType;
  readonly derive?: (row: Row) => Sql;
}

/** Anything that a kind or a composite holds itself, links apart. */
export type Attribute = ValueAttribute | EmbeddedAttribute | ListAttribute;

/** How many stand at the far end of a link: one, a short bounded list, or any number, paged. */
export type Shape = "one" | "list" | "connection";

/** A far end of a link as the other side sees it. */
export interface Contribution {
  readonly description: string;
  readonly shape?: Shape;
  readonly where?: FilterInput;
}

/** Names of fields, each with its description or more. */
export type Contributions = Readonly<Record<string, string | Contribution>>;

/** A class, or the name of a kind where importing its class would close a circle. */
export type Target = (() => Class) | string;

/** A link to one node of a kind, stored as a foreign key here. */
export interface LinkDeclaration extends Described {
  readonly target: Target;
  readonly inverse: Contributions;
  /** The row is hidden together with the far end: a part with its whole. */
  readonly hiddenWith: boolean;
  /** Following the link never comes back to its start: trees, successions. */
  readonly acyclic: boolean;
}

/** A link to any number of nodes without attributes of its own, stored as pairs of keys. */
export interface LinksDeclaration extends Described {
  readonly target: () => Class;
  readonly inverse: Contributions;
}

/** A way across a link kind, as if its two ends were linked directly. */
export interface ShortcutDeclaration {
  readonly from: string;
  readonly to: string;
  readonly where?: FilterInput;
  /** Fields of the kind at `from` that show what stands at `to`. */
  readonly forward?: Contributions;
  /** Fields of the kind at `to` that show what stands at `from`. */
  readonly backward?: Contributions;
  /** Fields of the common kind of both ends that show the neighbours on either side. */
  readonly both?: Contributions;
}

/** A rule of the database: edges `from → to` among the rows of a kind never form a circle. */
export interface Acyclic {
  readonly from: string;
  readonly to: string;
  readonly where?: string;
}

/** A class, abstract or not, as decorators see it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a class of any constructor
export type Class<T extends object = object> = abstract new (...args: any[]) => T;

/** What a kind says of itself; the rest follows from its attributes and links. */
export interface KindOptions {
  /** The official German term. */
  readonly german: string;
  /** What it is and where it comes from, in German; the term is put in front. */
  readonly description: string;
  /** The field that lists them, where an `s` is not enough. */
  readonly plural?: string;
  /** Paths to the texts that make up what a person would call it: `["title"]`, `["role", "person.name"]`. */
  readonly label: readonly string[];
  /** Whether people search for it by its texts; link kinds and statements are found through what they link. */
  readonly searchable?: boolean;
  /** What all its rows are often grouped by, names as in `groups(by: …)`: these groups are kept, and commits keep them true. */
  readonly summaries?: readonly (readonly string[])[];
  /** Its rows are people: who reads them, or rows linked to them, is noted, and they can be erased. */
  readonly personal?: boolean;
}

/** A declared kind, before the links of other kinds reach it. */
export interface KindDeclaration extends Required<KindOptions> {
  readonly name: string;
  /** The field that asks for one of them. */
  readonly one: string;
  readonly table: string;
  readonly target: Class;
}

/** A kind as the whole graph knows it: its own attributes and both its own and the contributed ends of links. */
export interface Kind extends KindDeclaration {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly links: ReadonlyMap<string, LinkEnd>;
  readonly acyclic: readonly Acyclic[];
  /** For every computed field, the attributes that it reads. */
  readonly needs: ReadonlyMap<string, readonly string[]>;
  /** What its ids begin with, up to the underscore. */
  readonly prefix: string;
}

/** One end of a link, as the kind that stands at it sees it. */
export interface LinkEnd extends Described {
  readonly shape: Shape;
  readonly from: Kind;
  /** The kind at the far end; null where it may be any. */
  readonly target: Kind | null;
  /** The column that stores the link on this side, if it does. */
  readonly column?: string;
  /** Whether a row on this side is hidden together with the far end. */
  readonly hiddenWith?: boolean;
  /** The link on the far side that leads back here, where the far side stores it. */
  readonly via?: string;
  /** Whether a row of the far end belongs to the owner: the owner's id, or what it stores in `column`. */
  readonly belongs: (owner: Sql, row: Row) => Sql;
  /** The same for filters, which look from many owners at once: PostgreSQL may turn it round and join. */
  readonly related: (owner: Sql, row: Row) => Sql;
  /** All pairs of the link as a table `(owner, target)`, each pair once: what grouping joins. */
  readonly pairs: (reading: Reading) => Sql;
  /** Where those pairs are written down; absent where more than that decides which of them count. */
  readonly stored?: readonly Stored[] | undefined;
}

/** A table that holds pairs of a link: its columns for the owner and for the far end. */
export interface Stored {
  readonly table: string;
  readonly owner: string;
  readonly target: string;
}

/** All kinds of a city's graph, assembled once from the register. */
export interface Graph {
  readonly kinds: readonly Kind[];
  /** The kind of that GraphQL name. Throws when there is none. */
  readonly kind: (name: string) => Kind;
  /** The kind that an id's prefix names, if any. */
  readonly byPrefix: (prefix: string) => Kind | undefined;
}

/** One statement in the making: whose it is, over which graph, and which row names are taken. */
export interface Reading {
  readonly graph: Graph;
  readonly viewer: Viewer;
  /** Keys of the viewer's departments, or the slot that stands for them in a plan. */
  readonly departments: unknown;
  /** A fresh name for a row. */
  readonly alias: () => Sql;
  /** Notes what must hold of later variables for the statement to serve them too; it may throw their coded errors. */
  readonly guard: (holds: Guard) => void;
  /** Notes a table that the statement reads. */
  readonly touch: (table: string) => void;
}

/** Whether a compiled statement serves the variables of another request. */
export type Guard = (variables: Readonly<Record<string, unknown>>) => boolean;

/** How a statement comes to the rows of a kind. */
export interface Reached {
  /** A link whose far end is known to be seen, because the reading comes from there; `*` for all. */
  readonly known?: string;
  /** Only few rows are looked at, those of one owner or one by name: what hides them is then looked up row by row, never joined. */
  readonly few?: boolean;
}

/** A row of a kind inside a statement, under a name of its own. */
export interface Row {
  readonly kind: Kind;
  readonly alias: Sql;
  readonly reading: Reading;
  readonly reached: Reached;
  /** Names a column, and notes that it is needed. */
  readonly column: (name: string) => Sql;
  /** The columns that have been named so far: it grows. */
  readonly columns: ReadonlySet<string>;
  /** The row is a group that the database keeps, instead of a node. */
  readonly kept?: KeptGroup;
}

/** A group that the database keeps: where those stand that a reading may see, and their columns. */
export interface KeptGroup {
  readonly groups: Sql;
  /** By the name of the dimension. */
  readonly keys: ReadonlyMap<string, Sql>;
  readonly count: Sql;
  /** By the name of the attribute. */
  readonly sums: ReadonlyMap<string, Sql>;
}
