import type { Socket } from "node:net";
import { setTimeout as after } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { BUILDING } from "../support/database.js";
import { tooLong, within } from "./within.js";
import { SHAPES } from "./cases/shapes.js";
import { slowly, type Talk, talk } from "./raw.js";
import { sent, type Target, target } from "./target.js";
import { leaksIn } from "./verdict.js";

let server: Target;
let port: number;
beforeAll(async () => {
  server = await target({ DATABASE_POOL_SIZE: "2", TRUST_PROXY: "loopback", RATE_LIMIT: "0" });
  port = Number(new URL(server.origin).port);
  for (let times = 0; times < 3; times++) await server.honest();
}, BUILDING);
afterAll(() => server.close());

const AT_ONCE = { slow: [], failed: 0 };

const HEAD = "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";

describe("a request that ends here for one server and there for another", () => {
  test("is refused, or the connection is closed: none of many is answered, nothing leaks", async () => {
    const wrong: Record<string, string> = {};
    for (const [name, text] of Object.entries(SHAPES)) {
      const bytes = Buffer.from(text.replaceAll("\n", "\r\n"), "latin1");
      const answer = await talk(port, (socket) => socket.end(bytes), 3_000);
      if (/^HTTP\/1\.1 2\d\d|__typename/m.test(answer.text)) wrong[name] = answer.text;
      const leaks = leaksIn(answer.text);
      if (leaks.length > 0) wrong[name] = leaks.join();
      if (answer.closedAfter === undefined) wrong[name] = "left open";
    }
    expect(wrong).toEqual({});
    expect(Object.keys(SHAPES).length).toBeGreaterThanOrEqual(40);
  }, 180_000);

  test("and the next honest question is answered at once", async () => {
    expect(await honestly()).toMatchObject(AT_ONCE);
  });
});

/** Ways to hold a connection without ever asking anything. */
const WAYS: Readonly<Record<string, (socket: Socket) => unknown>> = {
  "headers come letter by letter": slowly("POST /graphql HTTP/1.1\r\nX-Slow: ", "abcdefgh"),
  "the first line comes letter by letter": slowly("", "POST"),
  "the body comes letter by letter": slowly(`${HEAD}Content-Length: 1000\r\n\r\n{`, '"query '),
  "chunks come letter by letter": slowly(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`, "1\r\n \r\n"),
  "nothing comes at all": () => undefined,
  "the body never comes": (socket) => socket.write(`${HEAD}Content-Length: 1000\r\n\r\n`),
  "the body breaks off, and the client says goodbye": (socket) => socket.end(`${HEAD}Content-Length: 1000\r\n\r\n{`),
  "a body that waits to be asked for never comes": (socket) =>
    socket.write(`${HEAD}Expect: 100-continue\r\nContent-Length: 1000\r\n\r\n`),
};

describe("60 connections on each of which", () => {
  const talks = new Map<string, Promise<Talk[]>>();
  let beside: Promise<Honest>;
  beforeAll(() => {
    for (const [name, say] of Object.entries(WAYS))
      talks.set(name, Promise.all(Array.from({ length: 60 }, () => talk(port, say, within(10_500)))));
    beside = honestlyUntil(Promise.all(talks.values()));
  });

  test.each(Object.keys(WAYS))(
    "%s are closed within ten seconds, and nothing is answered",
    async (name) => {
      for (const { closedAfter, text } of await talks.get(name)!) {
        expect(closedAfter).toBeLessThan(within(10_000));
        expect(text).not.toMatch(/^HTTP\/1\.1 2\d\d/m);
        expect(leaksIn(text)).toEqual([]);
      }
    },
    90_000,
  );

  test("keep nobody else waiting, all of them together", async () => {
    const { asked, failed, slow } = await beside;
    expect(asked).toBeGreaterThan(20);
    expect({ failed, slow }).toEqual({ failed: 0, slow: [] });
  }, 90_000);
});

describe("clients that ask and do not listen", () => {
  const ask = '{"query":"{ measures(first: 100) { nodes { title label key } } }"}';
  const request = `${HEAD}Content-Length: ${ask.length}\r\n\r\n${ask}`;

  test("do not fill the memory nor keep others waiting", async () => {
    const before = process.memoryUsage().rss;
    const deaf = (socket: Socket) => socket.pause().write(request.repeat(100));
    const talks: Promise<Talk[]> = Promise.all(Array.from({ length: 20 }, () => talk(port, deaf, 3_000)));
    expect(await honestlyUntil(talks)).toMatchObject(AT_ONCE);
    await talks;
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 2 ** 20);
  }, 60_000);

  test("may go away in the middle of everything", async () => {
    const gone = async (socket: Socket) => {
      socket.write(request);
      await after(Math.random() * 5);
      socket.destroy();
    };
    await Promise.all(Array.from({ length: 200 }, () => talk(port, gone, 3_000)));
    expect(await honestly()).toMatchObject(AT_ONCE);
  }, 60_000);
});

describe("a burst of 200 questions at once over two connections to the database", () => {
  test.each([
    [
      "of different questions",
      (at: number) => `{ measures(first: ${at + 1}) { nodes { title themes { nodes { title } } } } }`,
    ],
    ["of one question", () => "{ departments(first: 50) { nodes { name ledMeasures { totalCount } } } }"],
    [
      "of questions that the resolvers answer",
      (at: number) => `{ measures(first: ${at + 1}) { nodes { ${"a".repeat(70)}: title } } }`,
    ],
  ])(
    "%s is answered, or refused cleanly",
    async (_name, query) => {
      const answers = await Promise.all(
        Array.from({ length: 200 }, (_, at) =>
          sent(server.origin, { name: "", outcome: "harmless", body: JSON.stringify({ query: query(at) }) }),
        ),
      );
      for (const { status, text } of answers) {
        expect([200, 429, 503]).toContain(status);
        expect(leaksIn(text)).toEqual([]);
        if (status !== 200)
          expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { message: { de: expect.any(String) } } }] });
      }
      expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(10);
      expect(await honestly()).toMatchObject(AT_ONCE);
    },
    60_000,
  );
});

interface Honest {
  /** Milliseconds of the answers that took too long. */
  readonly slow: number[];
  readonly failed: number;
  readonly asked: number;
}

/** Enough to tell a pause of the machine from one of the server. */
const LEAST = 3;

const honestly = (): Promise<Honest> => honestlyUntil(Promise.resolve());

/** Asks something honest again and again until something else is over, and a few times at least. */
async function honestlyUntil(other: Promise<unknown>): Promise<Honest> {
  const state = { isOver: false };
  void other.then(() => (state.isOver = true));
  const waits: number[] = [];
  let failed = 0;
  do {
    const { status, took } = await server.honest();
    if (status !== 200) failed++;
    waits.push(took);
    await after(50);
  } while (!state.isOver || waits.length < LEAST);
  return { slow: tooLong(waits), failed, asked: waits.length };
}
