import type { Graph, Kind } from "../../graph/model.js";
import { NODE_ID } from "../../graph/types/types.js";
import { NotFound } from "../../platform/errors.js";
import { peopleOf } from "./personal-kinds.js";

/** The kind and UUID that a client's id of a person names. Throws NotFound for the id of anything else. */
export function thePerson(graph: Graph, id: string): { readonly person: Kind; readonly uuid: string } {
  const [, prefix = "", uuid = ""] = NODE_ID.exec(id) ?? [];
  const person = graph.byPrefix(prefix);
  if (!person || !peopleOf(graph).includes(person)) throw noSuchPerson();
  return { person, uuid };
}

/** The refusal of an id that no person has. */
export const noSuchPerson = (): NotFound =>
  new NotFound({ en: "There is no such person.", de: "Diese Person gibt es nicht." }, { attribute: "id" });
