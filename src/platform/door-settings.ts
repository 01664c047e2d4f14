import proxies from "proxy-addr";
import { z } from "zod";
import { expected, wholeNumber, wholeNumberOrNone, wordsOf } from "./variable-forms.js";

const isOrigin = (text: string): boolean =>
  text === "*" || (/^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text);

const isHops = (text: string): boolean => /^\d{1,2}$/.test(text);

function areProxies(text: string): boolean {
  if (isHops(text)) return true;
  try {
    proxies.compile(wordsOf(text));
    return true;
  } catch {
    return false;
  }
}

/** The variables about the front door: who may come from where, and how often. */
export const doorVariables = {
  TRUST_PROXY: z
    .string()
    .refine(areProxies, { error: expected("addresses or subnets, or how many proxies there are") })
    .transform((text) => (isHops(text) ? Number(text) : wordsOf(text)))
    .default([]),
  CORS_ORIGINS: z
    .string()
    .transform(wordsOf)
    .pipe(z.array(z.string().refine(isOrigin, { error: expected("https://host, without a path, or *") })))
    .default([]),
  RATE_LIMIT: wholeNumberOrNone(0, 100_000_000).optional(),
  RATE_LIMIT_SIGN_INS: wholeNumber(1, 1_000_000, 100),
  VIEWER_SHARE: wholeNumber(1, 100, 50),
};

/** What the front door goes by. */
export interface DoorSettings {
  /** Proxies whose word on the client's address and on the request's id is taken: addresses and subnets, or how many stand in a row; empty = none. */
  readonly trustProxy: readonly string[] | number;
  /** Origins whose pages may read answers; `*` = any; empty = none but our own. */
  readonly corsOrigins: readonly string[];
  /** Requests a minute for each address and each person or program; 0 = any number; absent = the preset, and any number from this machine itself. */
  readonly rateLimit: number | undefined;
  /** Sign-ins that may fail in a minute for each address. */
  readonly failedSignIns: number;
  /** Percentage of the connections to the database that one viewer may use at a time. */
  readonly viewerShare: number;
}

type Read = z.infer<z.ZodObject<typeof doorVariables>>;

/** The settings that these variables stand for. */
export function doorSettingsOf(read: Read): DoorSettings {
  return {
    trustProxy: read.TRUST_PROXY,
    corsOrigins: read.CORS_ORIGINS,
    rateLimit: read.RATE_LIMIT,
    failedSignIns: read.RATE_LIMIT_SIGN_INS,
    viewerShare: read.VIEWER_SHARE,
  };
}
