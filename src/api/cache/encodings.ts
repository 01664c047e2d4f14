import type { Buffer } from "node:buffer";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";

/** How a body may be compressed. */
export type Encoding = "br" | "gzip";

/** Compresses a body. */
export const COMPRESS: Readonly<Record<Encoding, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (body) => promisify(gzip)(body),
};

/** The best first. */
const ENCODINGS = ["br", "gzip"] as const;

/** Most clients send one of a handful of headers. */
const read = new LRUCache<string, { best: Encoding | undefined }>({
  max: 100,
  maxSize: 10_000,
  sizeCalculation: (_, accepted) => accepted.length + 1,
});

/** The best encoding that a client takes by its header Accept-Encoding; none where the body goes as it is. */
export function bestEncoding(accepted: string): Encoding | undefined {
  const known = read.get(accepted);
  if (known) return known.best;
  const best = ENCODINGS.find((each) => accepts(accepted, each));
  read.set(accepted, { best });
  return best;
}

/** Whether a client takes an encoding: names it, and not with the weight 0 (RFC 9110, section 12.5.3). */
const accepts = (accepted: string, encoding: string): boolean =>
  accepted.split(",").some((each) => {
    const [name, weight = "q=1"] = each.split(";").map((part) => part.trim().toLowerCase());
    return name === encoding && !/^q=0(\.0*)?$/.test(weight);
  });
