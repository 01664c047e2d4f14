import { BREAK, type DocumentNode, visit } from "graphql";

/** Whether a document asks for `__schema` or `__type` anywhere, in whichever of its operations and fragments. */
export function asksForSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field({ name }) {
      if (name.value !== "__schema" && name.value !== "__type") return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}
