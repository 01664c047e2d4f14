import type { Log } from "../../platform/log.js";
import type { Answered } from "./observed.js";

/** Writes one line per GraphQL request: at info for those with an error and those that took `slow` milliseconds or longer, at debug for the rest. */
export function requestLog(log: Log, slow: number): (answered: Answered) => void {
  const tellsAll = log.isLevelEnabled("debug");
  return (answered) => {
    const { codes, milliseconds } = answered;
    if (codes.length > 0 || milliseconds >= slow) log.info(lineOf(answered), "request");
    else if (tellsAll) log.debug(lineOf(answered), "request");
  };
}

/** Names, numbers and codes only: what somebody asked for or was answered has no place in a log. */
function lineOf({ note, status, milliseconds, id, codes }: Answered): object {
  return {
    id: id(),
    operation: note.asked?.operation,
    document: note.asked?.document,
    path: note.path,
    status,
    ms: Math.round(milliseconds * 10) / 10,
    ...(codes.length > 0 && { codes }),
  };
}
