import { existsSync } from "node:fs";
import { join } from "node:path";
import { ENVIRONMENT_NAMES } from "../../src/platform/environment.js";
import type { Language } from "../questions/question.js";

/** A server that answers the questions, as a process of its own. */
export interface Peer {
  readonly name: string;
  readonly title: string;
  readonly language: Language;
  /** Arguments of node, from the project's folder. */
  readonly run: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly path: string;
  /** Asks as portals in a browser do: GET, the document by its hash, compressed answers; absent = POST, the whole document, plain answers. */
  readonly asBrowser?: boolean;
  /** Asks as somebody who has signed in; absent = as anybody. */
  readonly asStaff?: boolean;
  /** Why it cannot take part here; absent = it can. */
  readonly missing?: string | undefined;
}

const bench = join(import.meta.dirname, "..");
const installed = existsSync(join(bench, "node_modules/postgraphile"));
const notInstalled = installed ? undefined : "not installed: npm --prefix bench ci";

const noCache = ENVIRONMENT_NAMES.includes("CACHE") ? undefined : "not offered yet: there is no response cache";

const server = (name: string): string[] => ["--import", "tsx", join("bench/peers", name, "server.ts")];

const ours = { language: "ours", run: ["dist/server/main.js"], path: "/graphql" } as const;

/** The bench is one viewer, who may have the whole pool like at the other peers, and asks what the schema offers. */
const alone = { VIEWER_SHARE: "100", INTROSPECTION: "PUBLIC" };

/** All peers, in the order of the report and of the turns: those whose CPU is compared closely are asked one right after the other. */
export const peers: readonly Peer[] = [
  { ...ours, name: "ours", title: "stadtgraph, uncached", environment: { ...alone, CACHE: "off" } },
  { name: "limit", title: "node:http + SQL by hand", language: "limit", run: server("limit"), path: "/" },
  {
    ...ours,
    name: "staff",
    title: "stadtgraph, uncached, signed in",
    environment: { ...alone, CACHE: "off" },
    asStaff: true,
  },
  {
    ...ours,
    name: "cached",
    title: "stadtgraph, cached",
    environment: alone,
    missing: noCache,
  },
  {
    ...ours,
    name: "browser",
    title: "stadtgraph, cached, as browsers ask",
    environment: alone,
    asBrowser: true,
    missing: noCache,
  },
  {
    name: "constant",
    title: "node:http, kept for good",
    language: "limit",
    run: server("limit"),
    environment: { KEEP: "on" },
    path: "/",
  },
  {
    name: "postgraphile",
    title: "PostGraphile 5",
    language: "postgraphile",
    run: server("postgraphile"),
    environment: { GRAPHILE_ENV: "production" },
    path: "/graphql",
    missing: notInstalled,
  },
  {
    name: "mercurius",
    title: "Mercurius + JIT",
    language: "plain",
    run: server("mercurius"),
    path: "/graphql",
    missing: notInstalled,
  },
  {
    name: "tutorial",
    title: "Apollo + TypeGraphQL + TypeORM",
    language: "plain",
    run: server("tutorial"),
    path: "/",
    missing: notInstalled,
  },
];
