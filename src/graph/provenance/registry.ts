import { Check } from "typeorm/decorator/Check.js";
import { Column } from "typeorm/decorator/columns/Column.js";
import { Entity } from "typeorm/decorator/entity/Entity.js";
import { Index } from "typeorm/decorator/Index.js";
import { JoinColumn } from "typeorm/decorator/relations/JoinColumn.js";
import { ManyToOne } from "typeorm/decorator/relations/ManyToOne.js";
import { PrimaryColumn } from "typeorm/decorator/columns/PrimaryColumn.js";

/** The register of all nodes, kept by triggers: it gives statements and external ids a foreign key to any kind. */
@Entity({ name: "node" })
export class NodeEntry {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  /** GraphQL name of the kind. */
  @Column({ type: "text" }) kind!: string;
}

/** An identifier of a node in another system, unique per scheme. */
@Entity({ name: "external_id" })
@Index("external_id_scheme_value", ["scheme", "value"], { unique: true })
@Check("external_id_not_empty", "scheme <> '' AND value <> ''")
export class ExternalId {
  @PrimaryColumn({ type: "uuid", default: () => "uuid_v7()" }) id!: string;
  @ManyToOne(() => NodeEntry, { nullable: false, onDelete: "CASCADE" })
  @JoinColumn({ name: "node_id", foreignKeyConstraintName: "external_id_node_id_fkey" })
  @Index("external_id_node")
  node!: NodeEntry;
  @Column({ type: "text" }) scheme!: string;
  @Column({ type: "text" }) value!: string;
}
