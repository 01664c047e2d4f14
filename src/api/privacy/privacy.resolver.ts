import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { AccessEntry } from "../../access/access-log/entry.js";
import { listAccess } from "../../access/access-log/list-access.js";
import { Permission } from "../../access/permission.js";
import type { GraphContext } from "../../graph/resolve/context.js";
import { erasePerson, type Erasure } from "../../stewardship/privacy/erase-person.js";
import { type HeldEntry, reportPerson } from "../../stewardship/privacy/report-person.js";
import { AccessLogArgs, AccessLogEntryType, ErasureType, HeldEntryType } from "./privacy.types.js";

const REASON = "Grund, 1 bis 500 Zeichen; er wird aufbewahrt und nennt die Person nicht";

/** What people may ask of those who hold data on them, and who has looked. */
@Resolver()
export class PrivacyResolver {
  @Permission("STEWARD")
  @Query(() => [HeldEntryType], {
    description: "Auskunft: alles, was über eine Person gespeichert ist (DSGVO, Art. 15); wird protokolliert",
  })
  personReport(
    @Arg("id", () => ID, { description: "Kennung der Person" }) id: string,
    @Arg("reason", () => String, { description: REASON }) reason: string,
    @Ctx() { database, graph, viewer }: GraphContext,
  ): Promise<HeldEntry[]> {
    return reportPerson(database, { graph, viewer, id, reason });
  }

  @Permission("STEWARD")
  @Mutation(() => ErasureType, {
    description:
      "löscht eine Person (DSGVO, Art. 17): ihre Funktionen bleiben ohne sie bestehen; wird protokolliert und ist nicht umkehrbar",
  })
  erasePerson(
    @Arg("id", () => ID, { description: "Kennung der Person" }) id: string,
    @Arg("reason", () => String, { description: REASON }) reason: string,
    @Ctx() { database, graph, viewer }: GraphContext,
  ): Promise<Erasure> {
    return erasePerson(database, { graph, viewer, id, reason });
  }

  @Permission("ADMIN")
  @Query(() => [AccessLogEntryType], {
    description: "Zugriffsprotokoll: wer personenbezogene Daten gelesen oder Daten ausgeführt hat; das Neueste zuerst",
  })
  accessLog(@Args(() => AccessLogArgs) page: AccessLogArgs, @Ctx() { database }: GraphContext): Promise<AccessEntry[]> {
    return listAccess(database, page);
  }
}
