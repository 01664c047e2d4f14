import type { IncomingMessage, ServerResponse } from "node:http";
import type { Note } from "./note.js";

/** A request that has been answered. */
export interface Answered {
  readonly note: Note;
  readonly status: number;
  /** From the first byte of the request to the last of the answer, in milliseconds; by a clock that never jumps. */
  readonly milliseconds: number;
  /** Names the request in the answer's header X-Request-Id, where it has one. */
  readonly id: () => string | undefined;
  /** The codes of its errors, those among them that arose before GraphQL or beside it. */
  readonly codes: readonly string[];
}

/** Answers a request and notes what became of it. */
export type Answering = (request: IncomingMessage, response: ServerResponse, note: Note) => Promise<void>;

/** The same for a server, which notes nothing. */
export type Observed = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Answers as `answer` does, and tells those who listen of every request that has been answered. */
export function observed(answer: Answering, listeners: readonly ((answered: Answered) => void)[]): Observed {
  return async (request, response) => {
    const begin = performance.now();
    const note: Note = {};
    let status = 500; // what the server makes of an error that comes through here
    try {
      await answer(request, response, note);
      status = response.statusCode;
    } finally {
      // Whoever has gone away before the answer has met no error of ours.
      if (status === 500 && response.destroyed) status = GONE;
      const milliseconds = performance.now() - begin;
      const id = () => response.getHeader("x-request-id") as string | undefined;
      const answered = { note, status, milliseconds, id, codes: note.codes ?? codesFor(status) };
      for (const listener of listeners) listener(answered);
    }
  };
}

const NONE: readonly string[] = [];

/** Told of requests whose client has gone away; nobody gets it as an answer. The number is nginx's. */
const GONE = 499;

/** What a status means, where nobody has noted a code. */
const CODES: Readonly<Record<number, string>> = {
  401: "UNAUTHENTICATED",
  403: "FORBIDDEN",
  413: "LIMIT_EXCEEDED",
  429: "LIMIT_EXCEEDED",
  500: "INTERNAL_SERVER_ERROR",
  503: "SERVICE_UNAVAILABLE",
};

const codesFor = (status: number): readonly string[] =>
  status < 400 || status === GONE ? NONE : [CODES[status] ?? "BAD_REQUEST"];
