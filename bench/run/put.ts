import type { RunningPeer } from "../peers/running-peer.js";
import type { Answer, Body, Question } from "../questions/question.js";

/** The requests of a question in the words of a peer; empty when it has no answer of its own. */
export async function requestsOf(question: Question, { peer, ask }: RunningPeer): Promise<Body[]> {
  const asking = question.asked[peer.language];
  if (!asking) return [];
  const { query, variables } = asking;
  const given = variables ? await variables(ask, query, question.variables) : question.variables;
  return given.map((each) => ({ query, variables: each }));
}

/** What a peer answers to the requests, in the form in which peers are compared. */
export async function answersOf(
  question: Question,
  requests: readonly Body[],
  { peer, ask }: RunningPeer,
): Promise<string[]> {
  const { read } = question.asked[peer.language]!;
  const answers: string[] = [];
  for (const request of requests) {
    const data = plain(await ask(request), question.sets ?? []);
    answers.push(JSON.stringify(plain(read ? read(data) : data, question.sets ?? [])));
  }
  return answers;
}

/** Connections become lists, link rows what they lead to, sets sorted lists; fields stand in the order of their names. */
function plain(value: Answer, sets: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => plain(each, sets));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value);
  if (entries.length === 1 && (entries[0]![0] === "nodes" || entries[0]![0] === "far"))
    return plain(entries[0]![1], sets);
  const fields = entries.map(([name, inner]) => [
    name,
    sets.includes(name) ? sorted(plain(inner, sets)) : plain(inner, sets),
  ]);
  return Object.fromEntries(fields.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)));
}

function sorted(list: unknown): unknown {
  if (!Array.isArray(list)) return list;
  return list
    .map((each) => JSON.stringify(each))
    .sort()
    .map((text) => JSON.parse(text) as unknown);
}
