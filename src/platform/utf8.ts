import { Buffer } from "node:buffer";

declare const utf8: unique symbol;

/**
 * UTF-8, each byte as a character of its own: what Node calls "latin1". Bytes that only pass through need no decoding so, and unlike a Buffer
 * they lie in V8's heap: memory outside makes it collect all garbage as if much had been allocated (decision 17).
 */
export type Utf8 = string & { readonly [utf8]: true };

/** The bytes of a part of a buffer, which may be overwritten afterwards. */
export const utf8Of = (bytes: Buffer, from: number, to: number): Utf8 => bytes.toString("latin1", from, to) as Utf8;

/** A text as UTF-8. */
export const encoded = (text: string): Utf8 => Buffer.from(text).toString("latin1") as Utf8;

/** The text that is meant. */
export const decoded = (bytes: Utf8): string => bufferOf(bytes).toString();

/** The bytes themselves. */
export const bufferOf = (bytes: Utf8): Buffer => Buffer.from(bytes, "latin1");
