import { createServer, type IncomingHttpHeaders } from "node:http";
import { once } from "node:events";
import { connect as connectHttp2 } from "node:http2";
import type { AddressInfo } from "node:net";
import { connect, type TLSSocket } from "node:tls";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { BUILDING } from "../support/database.js";
import { geraDatabase } from "../support/gera.js";
import { type TestServer, testServer } from "../support/server.js";
import { describeBehindNginx, type Nginx, SITE, startNginx } from "./nginx.js";

const JSON_TYPE = { "content-type": "application/json", accept: "application/json" };
const UNPACKED: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  gzip: gunzipSync,
  br: brotliDecompressSync,
  none: (body) => body,
};
const QUERY = "{ measures(first: 50) { totalCount nodes { title description } } }";
const post = (query: string) => ({ method: "POST", headers: JSON_TYPE, body: JSON.stringify({ query }) });

describeBehindNginx("behind nginx as the guide sets it up", () => {
  let server: TestServer;
  let nginx: Nginx;
  beforeAll(async () => {
    server = await testServer({ data: geraDatabase });
    nginx = await startNginx(server.origin);
  }, BUILDING);
  afterAll(async () => {
    await nginx.stop();
    await server.close();
  });

  test("a question has the same answer as without it, over HTTP/1.1 and HTTP/2", async () => {
    const { status, body, headers } = await nginx.ask("/graphql", post(QUERY));
    const direct = await (await server.post({ query: QUERY })).text();
    expect([status, body.toString()]).toEqual([200, direct]);
    expect(headers["strict-transport-security"]).toBe("max-age=31536000");
    expect(headers["server"]).toBe("nginx");

    const session = connectHttp2(`https://127.0.0.1:${nginx.port}`, { ca: nginx.ca, servername: SITE });
    const stream = session.request({ ":method": "POST", ":path": "/graphql", ":authority": SITE, ...JSON_TYPE });
    stream.end(JSON.stringify({ query: QUERY }));
    let answer = "";
    for await (const chunk of stream as AsyncIterable<Buffer>) answer += chunk.toString();
    session.close();
    expect(answer).toBe(direct);
  });

  test("pages keep their own headers, and who comes by http is sent to https", async () => {
    const page = await nginx.ask("/playground");
    expect(page.headers["content-security-policy"]).toMatch(/script-src 'self'/);
    const plain = await fetch(`http://127.0.0.1:${nginx.plainPort}/graphql?documentId=Zahlen`, { redirect: "manual" });
    expect([plain.status, plain.headers.get("location")]).toEqual([308, "https://127.0.0.1/graphql?documentId=Zahlen"]);
  });

  test("an answer that is known is not sent again: its ETag stays strong, compressed or not", async () => {
    const path = "/graphql?documentId=GefuehrteMassnahmen";
    for (const encoding of [undefined, "gzip", "br"]) {
      const headers = { accept: "application/json", ...(encoding && { "accept-encoding": encoding }) };
      await nginx.ask(path, { headers });
      await nginx.ask(path, { headers });
      const kept = await nginx.ask(path, { headers });
      expect(kept.headers["content-encoding"]).toBe(encoding);
      const unpacked = UNPACKED[encoding ?? "none"]!(kept.body);
      expect(JSON.parse(unpacked.toString()).data.department.ledMeasures.totalCount).toBe(14);
      const etag = String(kept.headers["etag"]);
      expect(etag).toMatch(/^"/);
      const again = await nginx.ask(path, { headers: { ...headers, "if-none-match": etag } });
      expect([again.status, again.body.length, again.headers["etag"]]).toEqual([304, 0, etag]);
    }
  });

  test("an answer would be sent again, were it compressed by nginx", async () => {
    const zealous = await startNginx(server.origin, [["gzip off;", "gzip on;"]]);
    const headers = { accept: "application/json", "accept-encoding": "x-gzip, deflate" };
    const path = "/graphql?documentId=Zahlen";
    for (let times = 0; times < 2; times++) await zealous.ask(path, { headers });
    const { etag } = (await zealous.ask(path, { headers: { ...headers, "accept-encoding": "gzip" } })).headers;
    await zealous.stop();
    expect(String(etag)).toMatch(/^W/);
  });

  test("a token comes through, and so does its refusal", async () => {
    const { status, headers } = await nginx.ask("/graphql", {
      ...post("{ __typename }"),
      headers: { ...JSON_TYPE, authorization: "Bearer sg_nobody" },
    });
    expect([status, headers["www-authenticate"]]).toEqual([401, "Bearer"]);
  });

  test("what is too large is refused in JSON: by nginx, and just below its limit by the server", async () => {
    const padded = (size: number) => {
      const empty = JSON.stringify({ query: "{ __typename } #" }).length;
      return post(`{ __typename } #${"x".repeat(size - empty)}`);
    };
    for (const [size, expected] of [
      [200_000, 200],
      [200_001, 413],
      [204_800, 413],
      [204_801, 413],
    ] as const) {
      const { status, body } = await nginx.ask("/graphql", padded(size));
      expect([size, status]).toEqual([size, expected]);
      if (status === 413)
        expect(JSON.parse(body.toString()).errors[0].extensions).toMatchObject({ code: "LIMIT_EXCEEDED" });
    }
  });

  test("figures about the server are not for the outside", async () => {
    expect((await nginx.ask("/metrics")).status).toBe(404);
  });

  test("slow clients wait at nginx, are sent away, and nobody else notices", async () => {
    const begun = performance.now();
    const start = "POST /graphql HTTP/1.1\r\nHost: graph.stadt.example\r\nContent-Type: application/json\r\n";
    const slow = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        opened(nginx, index % 2 ? start : `${start}Content-Length: 100\r\n\r\n{"query":`),
      ),
    );
    const ended = Promise.all(slow.map((socket) => once(socket, "close")));
    for (let times = 0; times < 20; times++) {
      const asked = performance.now();
      expect((await nginx.ask("/graphql", post("{ __typename }"))).status).toBe(200);
      expect(performance.now() - asked).toBeLessThan(2_000);
    }
    await ended;
    expect(performance.now() - begun).toBeLessThan(20_000);
  }, 60_000);

  test("a server that is away is told in JSON, with when to ask again", async () => {
    const lone = await testServer();
    const front = await startNginx(lone.origin);
    expect((await front.ask("/readyz")).status).toBe(200);
    await lone.close();
    const { status, body, headers } = await front.ask("/graphql", post("{ __typename }"));
    await front.stop();
    expect([status, headers["retry-after"]]).toEqual([503, "5"]);
    expect(JSON.parse(body.toString()).errors[0].extensions).toMatchObject({ code: "SERVICE_UNAVAILABLE" });
  });
});

describeBehindNginx("what nginx says of a client", () => {
  const seen: IncomingHttpHeaders[] = [];
  const upstream = createServer((request, response) => {
    seen.push(request.headers);
    response.end("{}");
  });
  let nginx: Nginx;
  beforeAll(async () => {
    upstream.listen(0, "127.0.0.1");
    await once(upstream, "listening");
    nginx = await startNginx(`http://127.0.0.1:${(upstream.address() as AddressInfo).port}`);
  });
  afterAll(async () => {
    await nginx.stop();
    upstream.closeAllConnections();
    upstream.close();
  });

  test("is the address that it sees, whatever the client claims", async () => {
    const headers = { "x-forwarded-for": "203.0.113.7", "x-forwarded-proto": "http", "x-request-id": "mine" };
    await nginx.ask("/graphql", { headers });
    expect(seen.at(-1)).toMatchObject({
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-proto": "https",
      "x-request-id": expect.stringMatching(/^[0-9a-f]{32}$/),
      host: SITE,
    });
  });

  test("would be what the client claims, were it passed on", async () => {
    const { port } = upstream.address() as AddressInfo;
    const spoilt = [["X-Forwarded-For $remote_addr;", "X-Forwarded-For $proxy_add_x_forwarded_for;"]] as const;
    const credulous = await startNginx(`http://127.0.0.1:${port}`, spoilt);
    await credulous.ask("/graphql", { headers: { "x-forwarded-for": "203.0.113.7" } });
    await credulous.stop();
    expect(seen.at(-1)!["x-forwarded-for"]).toBe("203.0.113.7, 127.0.0.1");
  });

  test("is nothing while the client has not sent its whole request", async () => {
    seen.length = 0;
    const socket = await opened(nginx, `POST /graphql HTTP/1.1\r\nHost: ${SITE}\r\nContent-Length: 4\r\n\r\n{`);
    await nginx.ask("/other");
    expect(seen).toHaveLength(1);
    socket.write('"":');
    await once(socket, "data");
    expect(seen).toHaveLength(2);
    socket.destroy();
  });
});

/** A connection on which this much has been sent. */
async function opened({ port, ca }: Nginx, text: string): Promise<TLSSocket> {
  const socket = connect({ host: "127.0.0.1", port, ca, servername: SITE, ALPNProtocols: ["http/1.1"] });
  socket.on("error", () => undefined);
  await once(socket, "secureConnect");
  socket.write(text);
  return socket;
}
