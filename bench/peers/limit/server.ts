// The limit: node:http and one hand-written statement per question; no GraphQL, no checks, nothing else.
// With KEEP=on it asks each question once and sends the same bytes for good, whatever has changed: what node:http can do at most.
import { createServer, type ServerResponse } from "node:http";
import pg from "pg";
import { environment } from "../environment.js";
import { EXPORT, statements } from "./statements.js";

interface Asked {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const HEADERS = { "content-type": "application/json; charset=utf-8" };
const pool = new pg.Pool({
  connectionString: environment.url,
  max: environment.poolSize,
  // The statements are written for one plan each.
  options: "-c plan_cache_mode=force_generic_plan",
});

const kept = process.env["KEEP"] === "on" ? new Map<string, Buffer>() : undefined;

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    answer(Buffer.concat(chunks).toString(), response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
});

async function answer(body: string, response: ServerResponse): Promise<void> {
  const known = kept?.get(body);
  if (known) {
    response.writeHead(200, HEADERS).end(known);
    return;
  }
  const { query, variables = {} } = JSON.parse(body) as Asked;
  if (query === "Q7" || query === "{ __typename }") {
    response.writeHead(200, HEADERS).end('{"data":{"__typename":"Query"}}');
    return;
  }
  if (query === "export") return exportAll(response);
  const after = typeof variables["after"] === "string" ? variables["after"].split("/") : undefined;
  const name = after ? `${query} after` : query;
  const given = after ? { ...variables, cost: after[0], id: after[1] } : variables;
  const { text, values } = statements[name]!;
  const { rows } = await pool.query<[string]>({
    name,
    text,
    values: values.map((each) => given[each]),
    rowMode: "array",
  });
  const data = `{"data":${rows[0]![0]}}`;
  kept?.set(body, Buffer.from(data));
  response.writeHead(200, HEADERS).end(data);
}

/** A thousand rows at a time, and the next thousand only when the client has taken these. */
async function exportAll(response: ServerResponse): Promise<void> {
  response.writeHead(200, HEADERS).write('{"data":{"measures":[');
  for (
    let id: string | null = "00000000-0000-0000-0000-000000000000", first = true;
    !response.destroyed;
    first = false
  ) {
    const statement: pg.QueryArrayConfig = {
      name: "export",
      text: EXPORT.text,
      values: [id, EXPORT.rows],
      rowMode: "array",
    };
    const { rows }: pg.QueryArrayResult<[string | null, string | null]> = await pool.query(statement);
    const [text, last] = rows[0]!;
    if (text === null) break;
    id = last;
    if (!response.write(first ? text : `,${text}`)) await drained(response);
  }
  response.end("]}}");
}

const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    response.once("drain", resolve);
    response.once("close", resolve);
  });

server.listen(environment.port, "127.0.0.1");
