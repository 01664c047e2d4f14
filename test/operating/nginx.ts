import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { describe } from "@jest/globals";
import { blocksIn } from "./guide.js";

const NGINX = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx"].find((path) => existsSync(path));
const OPENSSL = ["/usr/bin/openssl", "/usr/local/bin/openssl"].find((path) => existsSync(path));

// Not console.warn: jest keeps what a file says to itself when all of its tests are skipped.
if (!NGINX || !OPENSSL)
  process.stderr.write(
    "kein nginx oder kein openssl gefunden: Tests hinter nginx übersprungen (apt install nginx-light)\n",
  );

/** A group of tests that need a real nginx; without an installed one they are shown as skipped, after a warning that says so. */
export function describeBehindNginx(name: string, tests: () => void): void {
  // eslint-disable-next-line no-restricted-syntax -- without an installed nginx there is nothing to run; the warning above says it aloud
  (NGINX && OPENSSL ? describe : describe.skip)(name, tests);
}

/** The name of the site in the guide. */
export const SITE = "graph.stadt.example";

/** A running nginx with the guide's site, in front of one server. */
export interface Nginx {
  readonly port: number;
  readonly plainPort: number;
  /** The certificate that it shows. */
  readonly ca: Buffer;
  ask(path: string, options?: Asking): Promise<Told>;
  stop(): Promise<void>;
}

/** What is sent through it. */
export interface Asking {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** What comes back. */
export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** A part of the site, and what stands there instead. */
export type Change = readonly [from: string, to: string];

/** Starts nginx with the site as the guide has it; only addresses, ports and the certificate are a test's own, and what it spoils on purpose. */
export async function startNginx(upstream: string, spoilt: readonly Change[] = []): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), "stadtgraph-nginx-"));
  const [port, plainPort] = [await freePort(), await freePort()];
  certify(folder);
  const own = ownOf(folder, { upstream: new URL(upstream).host, port, plainPort });
  writeFileSync(join(folder, "site.conf"), siteWith([...own, ...spoilt]));
  writeFileSync(join(folder, "nginx.conf"), around(folder));
  const child = spawn(NGINX!, ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")], {
    stdio: "ignore",
  });
  await listening(child, port, folder);
  const ca = readFileSync(join(folder, "fullchain.pem"));
  const stop = async () => {
    child.kill("SIGTERM");
    if (child.exitCode === null) await once(child, "exit");
    rmSync(folder, { recursive: true, force: true });
  };
  return { port, plainPort, ca, ask: (path, options) => ask({ port, ca }, path, options), stop };
}

interface Place {
  readonly upstream: string;
  readonly port: number;
  readonly plainPort: number;
}

/** What has to be a test's own. */
const ownOf = (folder: string, { upstream, port, plainPort }: Place): Change[] => [
  ["server 127.0.0.1:4000;", `server ${upstream};`],
  ["    listen [::]:80;\n", ""],
  ["    listen [::]:443 ssl http2;\n", ""],
  ["listen 80;", `listen 127.0.0.1:${plainPort};`],
  ["listen 443 ssl http2;", `listen 127.0.0.1:${port} ssl http2;`],
  ["/etc/ssl/stadtgraph/fullchain.pem", join(folder, "fullchain.pem")],
  ["/etc/ssl/stadtgraph/privkey.pem", join(folder, "privkey.pem")],
];

const siteWith = (changes: readonly Change[]): string =>
  changes.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`The guide's site has not exactly one "${from.trim()}"`);
    return text.replace(from, () => to);
  }, blocksIn("nginx")[0]!.text);

/** What a distribution puts around a site: it compresses by itself, unless the site says otherwise. */
const around = (folder: string): string => `
daemon off;
master_process off;
pid ${folder}/nginx.pid;
events { worker_connections 768; }
http {
  access_log off;
  gzip on;
  gzip_types application/json text/css application/javascript;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}
  include ${folder}/site.conf;
}`;

function certify(folder: string): void {
  const subject = ["-subj", `/CN=${SITE}`, "-addext", `subjectAltName=DNS:${SITE}`];
  const files = ["-keyout", join(folder, "privkey.pem"), "-out", join(folder, "fullchain.pem")];
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1"];
  execFileSync(OPENSSL!, ["req", "-x509", ...key, ...subject, ...files], { stdio: "ignore" });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function listening(child: ChildProcess, port: number, folder: string): Promise<void> {
  for (let times = 0; times < 300; times++) {
    if (child.exitCode !== null) break;
    const socket = connect(port, "127.0.0.1");
    const open = await Promise.race([
      once(socket, "connect").then(() => true),
      once(socket, "error").then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (open) return;
    await after(50);
  }
  throw new Error(`nginx did not start: ${readFileSync(join(folder, "error.log"), "utf8")}`);
}

function ask(
  { port, ca }: Pick<Nginx, "port" | "ca">,
  path: string,
  { method, headers, body }: Asking = {},
): Promise<Told> {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, ca, servername: SITE, path, method, agent: false };
    const asking = request({ ...options, headers: { host: SITE, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => void chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asking.on("error", reject);
    asking.end(body);
  });
}
