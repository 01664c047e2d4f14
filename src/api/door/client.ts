import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import proxies from "proxy-addr";

/** Who stands at the door, as far as the connection and the proxies that we trust say so. */
export interface Client {
  /** The address that asks. */
  readonly address: string;
  /** Names this request in its answer and in the log. */
  readonly requestId: string;
}

type Trust = (address: string, distance: number) => boolean;

/** What an id from outside may look like: it goes into headers and into the log. */
const SANE = /^[\w.:=-]{1,100}$/;

/** Characters of the longest address. */
const LONGEST = 45;

/** Tells who sends a request. Nobody's word is taken but that of proxies named in `trusted`: anyone can write any header. */
export function clientOf(trusted: readonly string[] | number): (request: IncomingMessage) => Client {
  if (trustsNobody(trusted))
    return ({ socket }) => ({ address: shortest(socket.remoteAddress), requestId: randomUUID() });
  const trust: Trust =
    typeof trusted === "number" ? (_, distance) => distance < trusted : proxies.compile([...trusted]);
  return (request) => {
    const given = request.headers["x-request-id"];
    const peer = request.socket.remoteAddress;
    const isBelieved = typeof given === "string" && SANE.test(given) && peer !== undefined && trust(peer, 0);
    const address = peer === undefined ? peer : proxies(request, trust);
    return { address: shortest(address?.slice(0, LONGEST)), requestId: isBelieved ? given : randomUUID() };
  };
}

/** Whether no proxy is named. */
export const trustsNobody = (trusted: readonly string[] | number): boolean =>
  typeof trusted === "number" ? trusted === 0 : trusted.length === 0;

/** An IPv4 address inside an IPv6 one is that IPv4 address; a connection that is just ending has none. */
const shortest = (address = "unknown"): string =>
  address.startsWith("::ffff:") && address.includes(".") ? address.slice("::ffff:".length) : address;
