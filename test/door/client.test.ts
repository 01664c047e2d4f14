import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { type Client, clientOf } from "../../src/api/door/client.js";
import { type TestServer, testServer } from "../support/server.js";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe("who stands at the door", () => {
  let server: Server;
  afterEach(() => void server.close());

  /** Tells each client who it is taken for, when these proxies are trusted. */
  async function listen(trusted: readonly string[] | number): Promise<(headers: object) => Promise<Client>> {
    const tell = clientOf(trusted);
    server = createServer((request, response) => response.end(JSON.stringify(tell(request))));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    return async (headers) =>
      (await (
        await fetch(`http://127.0.0.1:${port}`, { headers: { connection: "close", ...headers } })
      ).json()) as Client;
  }

  test("is whom the connection comes from, under a name of ours, when nobody is trusted", async () => {
    for (const trusted of [[], 0]) {
      const ask = await listen(trusted);
      const names = new Set<string>();
      for (let times = 0; times < 2; times++) {
        const { address, requestId } = await ask({ "x-forwarded-for": "192.0.2.1", "x-request-id": "theirs" });
        expect(address).toBe("127.0.0.1");
        expect(requestId).toMatch(UUID);
        names.add(requestId);
      }
      expect(names.size).toBe(2);
      server.close();
    }
  });

  test("is whom the trusted proxy names, and nothing that the client has put before it", async () => {
    const ask = await listen(["loopback"]);
    for (const [forwarded, address] of [
      ["192.0.2.1", "192.0.2.1"],
      ["203.0.113.1, 192.0.2.1", "192.0.2.1"],
      ["127.0.0.1, 192.0.2.1", "192.0.2.1"],
      ["2001:db8::1", "2001:db8::1"],
      ["::ffff:192.0.2.1", "192.0.2.1"],
      ["<script>, 192.0.2.1", "192.0.2.1"],
      ["x".repeat(1_000), "x".repeat(45)],
    ] as const)
      expect(await ask({ "x-forwarded-for": forwarded })).toMatchObject({ address });
  });

  test.each([[["loopback", "10.0.0.0/8"]], [2]])("is found behind two proxies, trusted as %j", async (trusted) => {
    const ask = await listen(trusted);
    expect(await ask({ "x-forwarded-for": "203.0.113.9, 192.0.2.1, 10.0.0.7" })).toMatchObject({
      address: "192.0.2.1",
    });
  });

  test("goes by the name that a trusted proxy gives, if it is a sane one", async () => {
    const ask = await listen(["loopback"]);
    expect((await ask({ "x-request-id": "a1b2-c3.D:4=_" })).requestId).toBe("a1b2-c3.D:4=_");
    for (const odd of ["", "a b", "<script>", "ä", "x".repeat(101), "a,b", '{"a":1}'])
      expect((await ask({ "x-request-id": odd })).requestId).toMatch(UUID);
  });

  test("is nobody's word when the trusted proxy is another machine", async () => {
    const ask = await listen(["10.0.0.0/8"]);
    const { address, requestId } = await ask({ "x-forwarded-for": "192.0.2.1", "x-request-id": "theirs" });
    expect(address).toBe("127.0.0.1");
    expect(requestId).toMatch(UUID);
  });
});

describe("a request's name", () => {
  let server: TestServer;
  beforeAll(async () => void (server = await testServer({ settings: { TRUST_PROXY: "loopback" } })));
  afterAll(() => server.close());

  test("is on every answer: pages, health, refusals", async () => {
    for (const path of ["/", "/nothing", "/healthz", "/readyz", "/graphql", "/graphql?query={"])
      expect((await fetch(server.origin + path)).headers.get("x-request-id")).toMatch(UUID);
    expect((await server.post("{")).headers.get("x-request-id")).toMatch(UUID);
  });

  test("is in an internal error too, so that whoever reports it names the right line of the log", async () => {
    await server.database.query({ text: "DROP TABLE theme CASCADE", values: [] });
    const answer = await server.post({ query: "{ themes { totalCount } }" }, { "x-request-id": "broken-1" });
    expect(await answer.json()).toMatchObject({
      errors: [
        { extensions: { code: "INTERNAL_SERVER_ERROR", id: expect.stringMatching(UUID), requestId: "broken-1" } },
      ],
    });
  });
});
