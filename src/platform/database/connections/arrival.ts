import { Buffer } from "node:buffer";
import { type ConnectOpts, Socket, type SocketConstructorOpts } from "node:net";

/** What a connection reads into at first, in bytes. */
const SIZE = 65_536;

/** https://www.postgresql.org/docs/current/protocol-overview.html: a message is a byte that says its type, its length without that byte, and the rest. */
const TYPE = 1;
const HEADER = TYPE + 4;

/**
 * A socket to PostgreSQL that hands on whole messages, in one buffer of its own that it reads into over and over: they are gone when `take` returns.
 * By itself Node makes a buffer of 64 KiB for every piece that arrives, and that memory outside V8's heap makes V8 collect the whole heap again and again (decision 17).
 */
export function arriving(take: (messages: Buffer) => void): Socket {
  let buffer: Buffer = Buffer.allocUnsafeSlow(SIZE);
  let held = 0; // bytes of a message whose end is still to come
  let free = buffer;
  const arrived = (count: number): boolean => {
    const end = held + count;
    const whole = endOfMessages(buffer, end);
    if (whole > 0) {
      take(buffer.subarray(0, whole));
      buffer.copyWithin(0, whole, end);
    }
    held = end - whole;
    buffer = fitting(buffer, held);
    free = held === 0 ? buffer : buffer.subarray(held);
    return true;
  };
  // What `net.connect` passes on to the constructor; its types do not say so.
  const options: SocketConstructorOpts & ConnectOpts = { onread: { buffer: () => free, callback: arrived } };
  return new Socket(options);
}

/** Where the last message ends that is there as a whole. */
function endOfMessages(bytes: Buffer, end: number): number {
  let offset = 0;
  while (offset + HEADER <= end) {
    const next = offset + TYPE + bytes.readUInt32BE(offset + TYPE);
    if (next > end) break;
    offset = next;
  }
  return offset;
}

/** The buffer itself, or one that holds the whole of a message that has begun; one that is no longer needed is given back. */
function fitting(buffer: Buffer, held: number): Buffer {
  const needed = held < HEADER ? SIZE : Math.max(SIZE, TYPE + buffer.readUInt32BE(TYPE));
  if (needed === buffer.length) return buffer;
  if (needed < buffer.length && held > 0) return buffer;
  const other = Buffer.allocUnsafeSlow(needed);
  buffer.copy(other, 0, 0, held);
  return other;
}
