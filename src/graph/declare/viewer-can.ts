import { Flag } from "../types/types.js";
import { Attribute } from "./attribute.js";
import { Composite } from "./composite.js";

/** What the viewer may do with a node, so that a portal need not guess. */
@Composite("ViewerCan", "Rechte an einem Eintrag")
export class ViewerCan {
  @Attribute(Flag, "ändern", { required: true }) edit!: boolean;
  @Attribute(Flag, "zurückziehen", { required: true }) withdraw!: boolean;
  @Attribute(Flag, "prüfen und freigeben", { required: true }) review!: boolean;
  @Attribute(Flag, "herunterladen", { required: true }) export!: boolean;
}
