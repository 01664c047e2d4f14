import { graph } from "../domain/index.js";
import type { Class } from "../graph/model.js";
import { writesOf } from "../stewardship/write/writes-of.js";
import { ServiceTokenResolver } from "./identity/program-token.resolver.js";
import { PrivacyResolver } from "./privacy/privacy.resolver.js";

/** What the API offers beside the kinds. */
export const apiResolvers: readonly Class[] = [ServiceTokenResolver, PrivacyResolver, ...writesOf(graph)];
