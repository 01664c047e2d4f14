import { expect, test } from "@jest/globals";
import { Buffer } from "node:buffer";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import fc from "fast-check";
import { arriving } from "../../../src/platform/database/connections/arrival.js";

/** A message of PostgreSQL's protocol with so many bytes behind its header. */
function message(type: number, size: number): Buffer {
  const made = Buffer.alloc(size + 5, type);
  made.writeUInt32BE(size + 4, 1);
  return made;
}

/** What has arrived, message by message, when bytes are sent in pieces of these sizes, over and over. */
async function arrived(bytes: Buffer, pieces: readonly number[]): Promise<Buffer[]> {
  const server = createServer((peer) => {
    peer.setNoDelay(true);
    let [offset, turn] = [0, 0];
    const next = (): void => {
      if (offset >= bytes.length) return void peer.end();
      const from = offset;
      offset += pieces[turn++ % pieces.length]!;
      peer.write(bytes.subarray(from, offset), () => setImmediate(next));
    };
    next();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const found: Buffer[] = [];
  const socket = arriving((whole) => {
    for (let offset = 0; offset < whole.length; offset += found.at(-1)!.length)
      found.push(Buffer.from(whole.subarray(offset, offset + 1 + whole.readUInt32BE(offset + 1))));
  });
  socket.connect((server.address() as AddressInfo).port, "127.0.0.1");
  await once(socket, "close");
  server.close();
  return found;
}

const sizes = fc.oneof(
  fc.nat(60),
  fc.nat(60),
  fc.integer({ min: 60_000, max: 70_000 }),
  fc.constantFrom(65_531, 65_536, 300_000),
);
const pieces = fc.array(fc.oneof(fc.constantFrom(1000, 8192, 65_536), fc.integer({ min: 3, max: 100_000 })), {
  minLength: 1,
  maxLength: 4,
});

test("messages arrive whole and in order, however they are cut on the way", async () => {
  const property = fc.asyncProperty(fc.array(sizes, { minLength: 1, maxLength: 12 }), pieces, async (drawn, cuts) => {
    const sent = drawn.map((size, index) => message(65 + index, size));
    const smallest = Math.max(Math.min(...cuts), Buffer.concat(sent).length / 300);
    const found = await arrived(
      Buffer.concat(sent),
      cuts.map((cut) => Math.ceil(Math.max(cut, smallest))),
    );
    expect(found.map(({ length }) => length)).toEqual(sent.map(({ length }) => length));
    expect(Buffer.concat(found).equals(Buffer.concat(sent))).toBe(true);
  });
  await fc.assert(property, { numRuns: 60, seed: 7 });
});

test("a message that comes byte by byte arrives", async () => {
  expect(await arrived(Buffer.concat([message(65, 3), message(66, 0)]), [1])).toEqual([message(65, 3), message(66, 0)]);
});
