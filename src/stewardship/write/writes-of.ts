import { Resolver } from "type-graphql";
import type { Class, Graph, Kind } from "../../graph/model.js";
import type { GraphContext } from "../../graph/resolve/context.js";
import { move } from "./move.js";
import { type Verb, VERBS } from "./verbs.js";
import { Write } from "./write.js";
import { demandReason, WriteArgs } from "./write-args.js";

/** The mutations that every kind of a graph has, as classes of resolvers. */
export const writesOf = (graph: Graph): Class[] =>
  graph.kinds.flatMap((kind) => VERBS.map((verb) => writeOf(kind, verb)));

function writeOf(kind: Kind, verb: Verb): Class {
  @Resolver()
  class OneWrite {
    @Write({
      name: `${verb.name}${kind.name}`,
      kind,
      least: verb.least,
      args: WriteArgs,
      description: `${kind.german}: ${verb.description}`,
    })
    step(input: WriteArgs, inside: GraphContext): Promise<string> {
      demandReason(input);
      return move(kind, verb, input, inside);
    }
  }
  return OneWrite;
}
