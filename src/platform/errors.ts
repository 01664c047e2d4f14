import { GraphQLError } from "graphql";

/** What a client may rely on in `extensions.code`; everything else is INTERNAL_SERVER_ERROR. */
export type ErrorCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "BAD_USER_INPUT"
  | "CONFLICT"
  | "LIMIT_EXCEEDED"
  | "SERVICE_UNAVAILABLE";

/** One sentence for people, in both languages of the contract. */
export interface Sentence {
  readonly en: string;
  readonly de: string;
}

/** An error that a user caused or must know of: a code, one clear sentence in German and English, and the argument or attribute that is wrong. */
export abstract class CodedError extends GraphQLError {
  constructor(code: ErrorCode, sentence: Sentence, details: Readonly<Record<string, unknown>> = {}) {
    // Apollo puts a code of its own over that of an error found while validating, so ours is kept a second time.
    super(sentence.en, { extensions: { code, ownCode: code, message: sentence, ...details } });
    this.name = new.target.name;
  }
}

/** Nobody is signed in, and the request needs someone. */
export class Unauthenticated extends CodedError {
  constructor(sentence: Sentence, details?: Record<string, unknown>) {
    super("UNAUTHENTICATED", sentence, details);
  }
}

/** Someone is signed in and may not do this. */
export class Forbidden extends CodedError {
  constructor(sentence: Sentence, details?: Record<string, unknown>) {
    super("FORBIDDEN", sentence, details);
  }
}

/** The one thing that was asked for does not exist, or the viewer may not know that it does. */
export class NotFound extends CodedError {
  constructor(sentence: Sentence, details?: Record<string, unknown>) {
    super("NOT_FOUND", sentence, details);
  }
}

/** An argument or a value cannot be meant. */
export class BadUserInput extends CodedError {
  constructor(sentence: Sentence, details?: Record<string, unknown>) {
    super("BAD_USER_INPUT", sentence, details);
  }
}

/** The state has moved on since the client read it: `current` is what it is now, `differing` names what is not as it was. */
export class Conflict extends CodedError {
  constructor(sentence: Sentence, details?: Record<string, unknown>) {
    super("CONFLICT", sentence, details);
  }
}

/** The request is larger than this server answers. */
export class LimitExceeded extends CodedError {
  constructor(sentence: Sentence, details?: Record<string, unknown>) {
    super("LIMIT_EXCEEDED", sentence, details);
  }
}

/** The database cannot be reached now; asking again later is right. */
export class ServiceUnavailable extends CodedError {
  constructor(sentence: Sentence, details?: Record<string, unknown>) {
    super("SERVICE_UNAVAILABLE", sentence, details);
  }
}
