import "reflect-metadata";
import { GraphQLScalarType } from "graphql";
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import type { AccessEvent } from "../../access/access-log/entry.js";
import { Instant } from "../../graph/types/types.js";

const DateTime = () => Instant.graphql as never;

/** Whole rows as the database holds them; their columns differ from kind to kind. */
const Json = new GraphQLScalarType({
  name: "JSON",
  description: "Beliebige Werte als JSON; nur wo ein Eintrag so gezeigt wird, wie er gespeichert ist. Any JSON value.",
});

const EVENTS = { READ: "READ", EXPORT: "EXPORT", REPORT: "REPORT", ERASURE: "ERASURE" } as const;
registerEnumType(EVENTS, {
  name: "AccessEvent",
  description: "Vorgang im Zugriffsprotokoll",
  valuesConfig: {
    READ: { description: "Lesen personenbezogener Daten" },
    EXPORT: { description: "Export von Daten" },
    REPORT: { description: "Auskunft über eine Person" },
    ERASURE: { description: "Löschung einer Person" },
  },
});

/** One access as administrators see it. */
@ObjectType("AccessLogEntry", {
  description: "Zugriff auf Daten: wer, was, wann und warum – nichts von den Daten selbst",
})
export class AccessLogEntryType {
  @Field(() => ID, { description: "Kennung des Eintrags" }) id!: string;
  @Field(DateTime, { description: "wann" }) at!: string;
  @Field(() => EVENTS as never, { description: "welcher Vorgang" }) event!: AccessEvent;
  @Field(() => String, { description: "wer: Kennung aus Anmeldung oder Token" }) actor!: string;
  @Field(() => String, { description: "in welcher Rolle" }) role!: string;
  @Field(() => String, { nullable: true, description: "Name der Abfrage" }) operation!: string | null;
  @Field(() => String, { nullable: true, description: "Prüfsumme der Abfrage (SHA-256) oder ihre hinterlegte Kennung" })
  document!: string | null;
  @Field(() => [String], { description: "Arten, deren Einträge gelesen wurden" }) kinds!: readonly string[];
  @Field(() => ID, { nullable: true, description: "Person, um die es ging (UUID)" }) subject!: string | null;
  @Field(() => String, { nullable: true, description: "Zweck in den Worten der fragenden Stelle" })
  purpose!: string | null;
}

/** Which accesses to show. */
@ArgsType()
export class AccessLogArgs {
  @Field(() => Int, { nullable: true, description: "wie viele, 1 bis 500 (Voreinstellung 50)" })
  first?: number | null;
  @Field(() => ID, { nullable: true, description: "weiter nach dem Eintrag mit dieser Kennung" }) after?: string | null;
  @Field(() => String, { nullable: true, description: "nur Zugriffe dieser Person oder dieses Tokens" })
  actor?: string | null;
  @Field(() => EVENTS as never, { nullable: true, description: "nur dieser Vorgang" }) event?: AccessEvent | null;
}

/** A row that is held on a person. */
@ObjectType("HeldEntry", { description: "Was über eine Person gespeichert ist: ein Eintrag" })
export class HeldEntryType {
  @Field(() => String, {
    description:
      "Art des Eintrags; ExternalId: Fremdschlüssel, SearchDocument: Text der Suche, AccessLog: Auskünfte über die Person, Mention: Nennung des Namens in einem anderen Eintrag",
  })
  kind!: string;
  @Field(() => ID, { description: "UUID des Eintrags" }) id!: string;
  @Field(() => Json, { description: "alle gespeicherten Werte" }) values!: object;
}

/** Where a name still stands. */
@ObjectType("Mention", { description: "Nennung des Namens in einem anderen Eintrag" })
export class MentionType {
  @Field(() => String, { description: "Art des Eintrags" }) kind!: string;
  @Field(() => ID, { description: "UUID des Eintrags" }) id!: string;
}

/** What an erasure has done. */
@ObjectType("Erasure", { description: "Ergebnis einer Löschung" })
export class ErasureType {
  @Field(() => Int, { description: "Funktionen, die ohne Person weiter bestehen" }) roles!: number;
  @Field(() => Int, { description: "geleerte Aussagen" }) statements!: number;
  @Field(() => Int, { description: "gelöschte Fremdschlüssel" }) externalIds!: number;
  @Field(() => [MentionType], {
    description: "wo der Name noch in einem Text steht; diese Texte kann nur ein Mensch ändern",
  })
  mentions!: readonly MentionType[];
}
