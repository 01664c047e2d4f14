import { InterfaceType } from "type-graphql";
import sql from "sql-template-tag";
import { conflictsOf, externalIdsOf, sourcesOf, statementEntriesOf } from "../provenance/provenance.sql.js";
import { Conflict, ExternalIdEntry, SourceReference, StatementEntry } from "../provenance/provenance.views.js";
import { restrictedFieldsOf, viewerCanOf } from "../sql/rights.js";
import { Attribute, Derived } from "./attribute.js";
import { notesOn } from "./collected.js";
import { exposeAttributes } from "./expose.js";
import { Link } from "./link.js";
import { ViewerCan } from "./viewer-can.js";
import { PublicationState, Visibility } from "./node.words.js";
import { Id, Instant, Slug, Text, WholeNumber } from "../types/types.js";

const required = { required: true };
/** Sorting by these is rare; an index on every table would cost every write. */
const rarely = <T extends object>(type: T): T => ({ ...type, indexed: false });
const perKind = () => sql`NULL::text`; // replaced for every kind by its own label

/** What every node has, whatever its kind. */
export abstract class Node {
  @Attribute(Id, "Kennung – weltweit eindeutig, ohne Bedeutung", required) id!: string;
  @Attribute(Slug, "Schlüssel – lesbar, eindeutig je Art, bleibt gleich", required) key!: string;
  @Attribute(rarely(WholeNumber), "Fassung – zählt mit jeder Änderung", required) version!: number;
  @Derived(Text, "Bezeichnung – wie man den Eintrag im Gespräch nennt", perKind, required) label!: string;
  @Attribute(rarely(PublicationState), "Bearbeitungsstand des Eintrags", required) publication!: PublicationState;
  @Attribute(rarely(Visibility), "Sichtbarkeit des Eintrags", required) visibility!: Visibility;
  @Attribute(rarely(Instant), "Zeitpunkt der Aufnahme in den Graphen", required) createdAt!: string;
  @Attribute(rarely(Instant), "Zeitpunkt der letzten Änderung", required) updatedAt!: string;
  @Derived([ExternalIdEntry], "Fremdschlüssel – Kennungen in anderen Systemen", externalIdsOf)
  externalIds!: ExternalIdEntry[];
  @Derived([SourceReference], "Quellen – worauf der Eintrag beruht", sourcesOf) sources!: SourceReference[];
  @Derived([StatementEntry], "Aussagen – woher einzelne Angaben stammen", statementEntriesOf)
  statements!: StatementEntry[];
  @Derived([Conflict], "Widersprüche – Merkmale, zu denen Quellen Verschiedenes sagen", conflictsOf)
  conflicts!: Conflict[];
  @Derived([Text], "Merkmale, die Sie an diesem Eintrag nicht lesen dürfen", restrictedFieldsOf)
  restrictedFields!: string[];
  @Derived(ViewerCan, "Was Sie mit diesem Eintrag tun dürfen", viewerCanOf, required) viewerCan!: ViewerCan;
  @Link("Department", "Pflegende Stelle – Organisationseinheit, die den Eintrag pflegt") owner?: unknown;
}

exposeAttributes(Node, notesOn(Node).attributes);
InterfaceType("Node", { description: "Knoten – jeder Eintrag des Graphen, gleich welcher Art" })(Node as never);
