import "reflect-metadata";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { DocumentMode } from "../../platform/documents-environment.js";
import { Instant } from "../../graph/types/types.js";

/** The modes, by their names in the API. */
const Mode: Readonly<Record<"OFF" | "LOG" | "ENFORCE", DocumentMode>> = { OFF: "off", LOG: "log", ENFORCE: "enforce" };

registerEnumType(Mode, {
  name: "DocumentMode",
  description: "Was mit Abfragen geschieht, die nicht hinterlegt sind",
  valuesConfig: {
    OFF: { description: "sie werden beantwortet" },
    LOG: { description: "sie werden beantwortet und im Protokoll vermerkt" },
    ENFORCE: { description: "sie werden abgelehnt (FORBIDDEN)" },
  },
});

const DateTime = () => Instant.graphql as never;

/** A token for a program as administrators see it. */
@ObjectType("ServiceToken", {
  description: "Dienst-Token – Zugang für ein Programm; das Geheimnis selbst kennt niemand",
})
export class ServiceTokenType {
  @Field(() => ID, { description: "Kennung" }) id!: string;
  @Field(() => String, { description: "wofür es ist" }) name!: string;
  @Field(() => [String], { nullable: true, description: "lesbare Arten; leer, wenn es alle sind" })
  kinds!: readonly string[] | null;
  @Field(() => Boolean, { description: "ob es Daten exportieren darf" }) mayExport!: boolean;
  @Field(() => [String], {
    nullable: true,
    description: "seine Abfragen: Namen von Operationen und SHA-256; leer, wenn es alle hinterlegten sind",
  })
  documents!: readonly string[] | null;
  @Field(() => Mode, {
    nullable: true,
    description: "was mit anderen Abfragen geschieht; leer, wenn die Einstellung des Servers gilt",
  })
  documentMode!: DocumentMode | null;
  @Field(() => String, { description: "wer es angelegt hat" }) createdBy!: string;
  @Field(DateTime, { description: "wann es angelegt wurde" }) createdAt!: string;
  @Field(DateTime, { description: "wann es ausläuft" }) expiresAt!: string;
  @Field(DateTime, { nullable: true, description: "wann es zuletzt benutzt wurde, auf die Minute; leer, wenn nie" })
  lastUsedAt!: string | null;
  @Field(DateTime, { nullable: true, description: "wann es widerrufen wurde; leer, wenn nicht" })
  revokedAt!: string | null;
}

/** What the one who makes a token is shown. */
@ObjectType("CreatedServiceToken", { description: "Neues Dienst-Token mit seinem Geheimnis" })
export class CreatedServiceTokenType {
  @Field(() => ServiceTokenType, { description: "das Token, wie es später in der Liste steht" })
  token!: ServiceTokenType;
  @Field(() => String, {
    description: "das Token selbst, für „Authorization: Bearer …“; es wird nur dieses eine Mal gezeigt",
  })
  secret!: string;
}

/** What a token is to be. */
@InputType("ServiceTokenInput", { description: "Angaben zu einem neuen Dienst-Token" })
export class ServiceTokenInput {
  @Field(() => String, { description: "wofür es ist, 1 bis 100 Zeichen" }) name!: string;
  @Field(() => [String], { nullable: true, description: "lesbare Arten, wie „Measure“; ohne Angabe alle" })
  kinds?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: "ob es Daten exportieren darf; ohne Angabe nein" })
  mayExport?: boolean | null;
  @Field(() => [String], {
    nullable: true,
    description:
      "seine Abfragen: Namen hinterlegter Operationen, oder SHA-256 der Abfragen (hexadezimal); ohne Angabe alle hinterlegten",
  })
  documents?: string[] | null;
  @Field(() => Mode, {
    nullable: true,
    description:
      "was mit anderen Abfragen geschieht; ohne Angabe ENFORCE, wenn documents genannt sind, sonst gilt die Einstellung des Servers",
  })
  documentMode?: DocumentMode | null;
  @Field(() => Int, { description: "wie viele Tage es gilt, 1 bis 366" }) days!: number;
}
