import { Arg, FieldResolver, Resolver, Root } from "type-graphql";
import { Needs } from "../../graph/declare/attribute.js";
import { Instant } from "../../graph/types/types.js";
import { Department } from "./department.entity.js";
import { openAt } from "./opening.js";

/** What follows from a department and the hour. */
@Resolver(() => Department as never)
export class DepartmentResolver {
  @Needs(() => Department, "serviceHours")
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      "Ob die Stelle zu diesem Zeitpunkt (sonst: jetzt) geöffnet ist, nach deutscher Zeit; leer, wenn keine Servicezeiten bekannt sind",
  })
  isOpen(
    @Root() department: Department,
    @Arg("at", () => Instant.graphql as never, { nullable: true, description: "Zeitpunkt" }) at: string | null,
  ): boolean | null {
    return openAt(department.serviceHours, at ? new Date(at) : new Date());
  }
}
