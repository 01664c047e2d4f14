import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Buffer } from "node:buffer";
import { beforeAll, expect, test } from "@jest/globals";
import pg from "pg";
import { BUILDING } from "../support/database.js";
import { type ServerProcess, serverProcess } from "../support/process.js";
import { administrator, type Administrator, CREATE_TOKEN } from "./world/administrator.js";
import { askOnce, outcomesOf, type Told } from "./world/clients.js";
import { tell } from "./world/figures.js";
import { kept } from "./world/kept.js";
import { type OwnPostgres, ownPostgres } from "./world/postgres.js";

/** A small disk of its own, in memory; nothing where this account may not mount anything. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "stadtgraph-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=160m,mode=0711", "tmpfs", folder], { stdio: "ignore" });
    return folder;
  } catch {
    return undefined;
  }
}

let disk: string | undefined;
let postgres: OwnPostgres;
let admin: Administrator;
let server: ServerProcess;
const keep = kept();
beforeAll(async () => {
  disk = smallDisk();
  if (disk !== undefined) keep({ disk }, async (made) => execFileSync("umount", [made.disk]));
  postgres = keep(await ownPostgres(disk), (started) => started.close());
  admin = keep(await administrator(), (started) => started.close());
  server = keep(await serverProcess(postgres.url, { ...admin.environment, CACHE: "off" }), ({ stop }) => stop());
}, BUILDING);

const write = (): Promise<Told> => askOnce({ ...server, headers: admin.headers }, CREATE_TOKEN);
const read = (): Promise<Told> => askOnce(server, { query: "{ themes { totalCount } }" });

/** Leaves no byte on the disk; gives back the way to free it again. Where none could be mounted, PostgreSQL is made to say what it says then. */
async function fill(): Promise<() => Promise<void>> {
  if (disk === undefined) return refuseAsIfFull();
  const { bavail, bsize } = await statfs(disk);
  const filler = join(disk, "filler");
  await writeFile(filler, Buffer.alloc(bavail * bsize - bsize));
  await writeFile(join(disk, "last"), Buffer.alloc(bsize)).catch(() => undefined);
  return async () => {
    await rm(filler);
    await rm(join(disk!, "last"), { force: true });
  };
}

async function refuseAsIfFull(): Promise<() => Promise<void>> {
  await run(`CREATE FUNCTION full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
    CREATE TRIGGER full BEFORE INSERT ON service_token FOR EACH ROW EXECUTE FUNCTION full()`);
  return () => run("DROP TRIGGER full ON service_token");
}

async function run(statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(statements);
  await client.end();
}

test("on a full disk questions are answered, what would write is refused as unavailable, and all is well when there is room again", async () => {
  expect(await write()).toMatchObject({ status: 200 });
  const free = await fill();

  const told: Told[] = [];
  const refusals = () => told.filter(({ status }) => status !== 200).length;
  while (refusals() < 3 && told.length < 2_000) told.push(await write());
  const reads = [await read(), await read()];
  await free();

  tell(disk === undefined ? "a disk that says it is full" : "a full disk", { outcomes: outcomesOf(told) });
  expect(Object.keys(outcomesOf(told)).filter((outcome) => outcome !== "200")).toEqual(["503 SERVICE_UNAVAILABLE"]);
  expect(outcomesOf(reads)).toEqual({ 200: 2 });
  expect(await write()).toMatchObject({ status: 200 });
  expect(server.output()).not.toContain("internal error");
});
