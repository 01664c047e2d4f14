import type { RunningPeer } from "../peers/running-peer.js";
import type { Question } from "../questions/question.js";

/** Why a peer cannot be asked this question at a scale; undefined when it can. Our own schema grows: what it does not offer yet is not asked. */
export async function offered(
  question: Question,
  { peer, ask }: RunningPeer,
  scale: number,
): Promise<string | undefined> {
  if (!question.asked[peer.language]) return peer.language === "ours" ? "not offered yet" : "no counterpart";
  if (peer.language !== "ours") return undefined;
  if (scale > (question.upTo ?? scale)) return "not offered yet";
  for (const need of question.needs ?? []) {
    const [type, field] = need.split(".");
    const query = `{ __type(name: "${type}") { fields { name } } }`;
    const { __type: found } = (await ask({ query })) as { __type: { fields: { name: string }[] } | null };
    if (!found?.fields.some(({ name }) => name === field)) return "not offered yet";
  }
  return undefined;
}
