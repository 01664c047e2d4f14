import type { RunningPeer } from "../peers/running-peer.js";
import { answersOf } from "./put.js";
import type { Body, Question } from "../questions/question.js";

/** Throws when a peer answers a question otherwise than the others, with the first place where they differ. */
export async function compare(question: Question, requests: ReadonlyMap<RunningPeer, readonly Body[]>): Promise<void> {
  let first: { name: string; answers: string[] } | undefined;
  for (const [peer, bodies] of requests) {
    const answers = await answersOf(question, bodies, peer);
    first ??= { name: peer.peer.name, answers };
    if (question.compared === false) continue;
    if (answers.length !== first.answers.length) throw new Error(`${question.name}: another number of requests`);
    answers.forEach((answer, index) => {
      const other = first!.answers[index]!;
      if (answer !== other) throw new Error(difference(question, [first!.name, other], [peer.peer.name, answer]));
    });
  }
}

function difference({ name }: Question, [one, here]: [string, string], [other, there]: [string, string]): string {
  let at = 0;
  while (here[at] === there[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 80), at + 80);
  return `${name}: ${one} and ${other} answer differently:\n  ${around(here)}\n  ${around(there)}`;
}
