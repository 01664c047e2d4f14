/** Requests whose end one server sees here and another one there, or that are none; \n stands for the line end of HTTP. */
const HONEST = '{"query":"{ __typename }"}';
const HIDDEN = `POST /graphql HTTP/1.1\nHost: a\nContent-Type: application/json\nContent-Length: ${HONEST.length}\n\n${HONEST}`;

const post = (headers: string, body = HONEST): string =>
  `POST /graphql HTTP/1.1\nHost: a\nContent-Type: application/json\n${headers}\n\n${body}`;

const length = `Content-Length: ${HONEST.length}`;
const chunked = (text: string): string => `${text.length.toString(16)}\n${text}\n0\n\n`;

/** Name → bytes; none of them may be answered as if it were one honest request, let alone two. */
export const SHAPES: Readonly<Record<string, string>> = {
  "a length and chunks": post(`${length}\nTransfer-Encoding: chunked`, `0\n\n${HIDDEN}`),
  "chunks and a length": post(`Transfer-Encoding: chunked\n${length}`, chunked(HONEST)),
  "two lengths": post(`${length}\nContent-Length: 0`),
  "the same length twice": post(`${length}\n${length}`),
  "lengths in a list": post(`Content-Length: ${HONEST.length}, ${HONEST.length}`),
  "a length below zero": post("Content-Length: -1"),
  "a length with a sign": post(`Content-Length: +${HONEST.length}`),
  "a length in hexadecimals": post("Content-Length: 0x1a"),
  "a length with a blank inside": post("Content-Length: 2 6"),
  "a length beyond all numbers": post("Content-Length: 99999999999999999999999999"),
  "a length that is a word": post("Content-Length: all"),
  "chunks under another name": post("Transfer-Encoding: xchunked", chunked(HONEST)),
  "chunks that are identity as well": post("Transfer-Encoding: chunked, identity", chunked(HONEST)),
  "chunks in a folded header": post("Transfer-Encoding:\n chunked", chunked(HONEST) + HIDDEN),
  "a blank before the colon": post(`Transfer-Encoding : chunked\n${length}`),
  "chunks twice": post("Transfer-Encoding: chunked\nTransfer-Encoding: identity", chunked(HONEST)),
  "a chunk of a size that is none": post("Transfer-Encoding: chunked", `xyz\n${HONEST}\n0\n\n`),
  "a chunk larger than everything": post("Transfer-Encoding: chunked", `ffffffffffffffffff\n${HONEST}\n0\n\n`),
  "a chunk with a negative size": post("Transfer-Encoding: chunked", `-1\n${HONEST}\n0\n\n`),
  "a chunk that ends elsewhere": post("Transfer-Encoding: chunked", `5\n${HONEST}\n0\n\n`),
  "a chunk with 20,000 characters of extension": post(
    "Transfer-Encoding: chunked",
    `1a;${"x".repeat(20_000)}\n${HONEST}\n0\n\n`,
  ),
  "20,000 characters of trailers": post("Transfer-Encoding: chunked", `1a\n${HONEST}\n0\nx: ${"x".repeat(20_000)}\n\n`),
  "NUL in a header": post(`${length}\nX-A: a\0b`),
  "a header without a name": post(`${length}\n: a`),
  "a header without a colon": post(`${length}\nnonsense`),
  "a header name with a blank": post(`${length}\nX A: b`),
  "a line end of another kind in a header": post(`${length}\nX-A: a\rX-B: b`),
  "a header before all headers": `POST /graphql HTTP/1.1\n X: a\nHost: a\n${length}\n\n${HONEST}`,
  "no host": `POST /graphql HTTP/1.1\nContent-Type: application/json\n${length}\n\n${HONEST}`,
  "no version": `GET /graphql?query={__typename}\n\n`,
  "version 0.9": "GET /graphql?query={__typename} HTTP/0.9\n\n",
  "version 2.0": `POST /graphql HTTP/2.0\nHost: a\n${length}\n\n${HONEST}`,
  "version 9.9": `POST /graphql HTTP/9.9\nHost: a\n${length}\n\n${HONEST}`,
  "HTTP/2 without agreement": "PRI * HTTP/2.0\n\nSM\n\n",
  "a method that is none": `HACK /graphql HTTP/1.1\nHost: a\n${length}\n\n${HONEST}`,
  "a method of 20,000 letters": `${"A".repeat(20_000)} / HTTP/1.1\nHost: a\n\n`,
  "a tunnel": "CONNECT 127.0.0.1:5432 HTTP/1.1\nHost: 127.0.0.1:5432\n\n",
  "a blank in the address": "GET /graphql?query={ __typename } HTTP/1.1\nHost: a\n\n",
  TLS: "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
  PostgreSQL: "\0\0\0\x08\x04\xd2\x16\x2f",
  noise: "\x00\xff\xfe\x80".repeat(1_000),
  "endless line ends": "\n".repeat(50_000),
};
