import type { Problem } from "../problem.js";
import { broken } from "../reasons.js";

const BYTE_ORDER_MARK = /^\uFEFF/;
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const newline = "\n".charCodeAt(0);

/** The text of a file in UTF-8, without its byte order mark; or the first line that is not UTF-8. */
export function textOf(file: string, bytes: Uint8Array): string | Problem {
  const wrong = firstWrongLine(bytes);
  if (wrong === 0) return decoder.decode(bytes).replace(BYTE_ORDER_MARK, "");
  const reason = broken(
    "This line is not UTF-8 text; save the file as CSV UTF-8.",
    "Diese Zeile ist kein Text in UTF-8; speichern Sie die Datei als „CSV UTF-8“.",
  );
  return { place: { file, line: wrong }, reason };
}

function firstWrongLine(bytes: Uint8Array): number {
  if (isText(bytes)) return 0;
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(newline, start);
    const next = end < 0 ? bytes.length : end + 1;
    if (!isText(bytes.subarray(start, next))) break;
    start = next;
  }
  return line;
}

function isText(bytes: Uint8Array): boolean {
  // PostgreSQL stores every character but NUL.
  if (bytes.includes(0)) return false;
  try {
    decoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
