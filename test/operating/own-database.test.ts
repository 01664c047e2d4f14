import { randomBytes } from "node:crypto";
import { expect, test } from "@jest/globals";
import pg from "pg";
import { clusterUrl } from "../support/cluster.js";
import { administer, BUILDING } from "../support/database.js";
import { serverProcess } from "../support/process.js";
import { blocksIn } from "./guide.js";

const READY = { ready: true, checks: { database: "ok", migrations: "ok" } };

test(
  "a database that is made as the guide says is one that the server can use",
  async () => {
    const name = `own_${randomBytes(6).toString("hex")}`;
    const [role, database, ...others] = blocksIn("sql", "Database")[0]!
      .text.split(";")
      .map((each) => each.trim());
    expect(others.filter(Boolean)).toEqual([]);
    // The tests' own login may make databases but no roles, which PostgreSQL finds after it has understood the statement.
    const refused = administer(role!.replace("stadtgraph", name));
    await expect(refused).rejects.toMatchObject({ code: "42501" });
    const owner = decodeURIComponent(new URL(clusterUrl("")).username);
    await administer(
      database!.replace("DATABASE stadtgraph", `DATABASE ${name}`).replace("OWNER stadtgraph", `OWNER ${owner}`),
    );

    const server = await serverProcess(clusterUrl(name), { NODE_ENV: "production" });
    expect(await (await fetch(`${server.url}/readyz`)).json()).toMatchObject(READY);
    expect((await server.post({ documentId: "Zahlen" })).status).toBe(200);
    expect(await server.stop()).toBe(0);

    const client = new pg.Client({ connectionString: clusterUrl(name) });
    await client.connect();
    const { rows } = await client.query("SELECT upper('öl') AS upper, lower('ÄÖÜ') AS lower, 'Z' < 'a' AS plain");
    await client.end();
    expect(rows).toEqual([{ upper: "ÖL", lower: "äöü", plain: true }]);
    await administer(`DROP DATABASE ${name} WITH (FORCE)`);
  },
  BUILDING,
);
