import type { Buffer } from "node:buffer";
import type { Socket } from "node:net";
import type { Readable } from "node:stream";
import pg from "pg";
import { Parser } from "pg-protocol/dist/parser.js";
import { arriving } from "./arrival.js";

/** What pg's connection offers for a query of one's own and its types leave out, and who takes its rows as bytes. */
export interface Wire extends pg.Connection {
  readonly parsedStatements: Readonly<Record<string, string>>;
  /** Gets the first column of each row that has one, unless that is NULL: a part of bytes that nobody reads again, and that are overwritten by what follows. Absent: rows are decoded by pg. */
  takeRow?: ((bytes: Buffer, from: number, to: number) => void) | undefined;
  readonly ssl: unknown;
  stream: Socket;
  attachListeners(stream: Readable): void;
}

interface Message {
  readonly name: string;
}

/** The parts of pg's parser that stand behind `private` in its types. */
interface OpenParser {
  parse(chunk: Buffer, callback: (message: Message) => void): void;
  handlePacket(offset: number, code: number, length: number, bytes: Buffer): Message;
}

/** https://www.postgresql.org/docs/current/protocol-message-formats.html: DataRow has the number of its columns, then each with its length. */
const DATA_ROW = 0x44;
const FIRST_LENGTH = 2;
const FIRST_VALUE = 6;
const NULL = -1;
const ROW_TAKEN: Message = { name: "rowTaken" };

/** A client whose rows can be had as bytes. pg decodes every value into a string, which is dear for an answer that leaves as the same bytes again (decision 17). */
export class RowBytesClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const { connection } = this as unknown as { readonly connection: Wire };
    const parse = parserOf(connection);
    connection.attachListeners = (stream) => void stream.on("data", parse);
    // What comes encrypted is read by TLS, into buffers of its own.
    if (connection.ssl) return;
    connection.stream = arriving(parse);
  }
}

/** As pg's own `attachListeners` does, except for rows that somebody takes. */
function parserOf(connection: Wire): (bytes: Buffer) => void {
  const parser = new Parser() as unknown as OpenParser;
  const decoded = parser.handlePacket.bind(parser);
  parser.handlePacket = (offset, code, length, bytes) => {
    if (code !== DATA_ROW || !connection.takeRow) return decoded(offset, code, length, bytes);
    const size = bytes.readInt16BE(offset) === 0 ? NULL : bytes.readInt32BE(offset + FIRST_LENGTH);
    const from = offset + FIRST_VALUE;
    if (size !== NULL) connection.takeRow(bytes, from, from + size);
    return ROW_TAKEN;
  };
  const tell = (message: Message) => connection.emit(message.name === "error" ? "errorMessage" : message.name, message);
  return (bytes) => parser.parse(bytes, tell);
}
