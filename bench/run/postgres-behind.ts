import pg from "pg";
import { postmasterOf } from "../measure/cpu.js";
import type { Behind } from "../peers/running-peer.js";

/** What stands behind a connection: the version of the PostgreSQL, and its process where that runs on this machine. */
export async function postgresBehind(url: string): Promise<Behind & { readonly server: string }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ server: string; pid: number }>(
    "SELECT current_setting('server_version') AS server, pg_backend_pid() AS pid",
  );
  const { server, pid } = rows[0]!;
  const postmaster = postmasterOf(pid);
  await client.end();
  return { url, server, postmaster };
}
