/**
 * An answer shortened as a printed one is: `"… 8 weitere"` in a list stands for that many entries, a text that ends in `…` for all that begin like
 * it. Equal to what is printed exactly where the printed answer is true.
 */
export function shortenedAs(printed: unknown, answer: unknown): unknown {
  if (typeof answer === "string") return shortText(printed, answer);
  if (Array.isArray(answer)) return Array.isArray(printed) ? shortList(printed, answer) : answer;
  if (answer === null || typeof answer !== "object") return answer;
  const shown = (printed ?? {}) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, shortenedAs(shown[name], value)]));
}

function shortText(printed: unknown, answer: string): string {
  const cut = typeof printed === "string" && printed.endsWith("…") && answer.startsWith(printed.slice(0, -1));
  return cut ? printed : answer;
}

function shortList(printed: readonly unknown[], answer: readonly unknown[]): unknown[] {
  const shown: unknown[] = [];
  let next = 0;
  for (const entry of printed) {
    const left = /^… (\d+) weiterer?$/.exec(String(entry))?.[1];
    if (left !== undefined && next + Number(left) <= answer.length) {
      next += Number(left);
      shown.push(entry);
    } else if (next < answer.length) shown.push(shortenedAs(entry, answer[next++]));
  }
  return [...shown, ...answer.slice(next)];
}
