import type { Files } from "./house.js";
import type { Violation } from "./violation.js";

const importing = (...paths: string[]) => paths.map((path) => `import "${path}";\n`).join("");

const plant = (rule: string, path: string, imported: string): Violation => ({ path, rule, text: importing(imported) });

const dead: readonly Violation[] = [
  { path: "src/api/island.ts", rule: "orphan", text: "export const island = 1;\n" },
  { path: "src/api/island.ts", rule: "only-tests-reach", text: "export const island = 1;\n" },
  plant("only-tests-reach", "src/api/tested-only.ts", "node:fs"),
];

/** One violation, or more, for every rule of .dependency-cruiser.cjs. */
export const importViolations: readonly Violation[] = [
  plant("upward-from-platform", "src/platform/up.ts", "../access/viewer.js"),
  {
    ...plant("upward-from-access", "src/access/up.ts", "../graph/kind.js"),
    beside: { "src/access/viewer.ts": importing("../platform/environment.js") },
  },
  {
    ...plant("upward-from-graph", "src/graph/up.ts", "../domain/index.js"),
    beside: { "src/graph/kind.ts": importing("../access/viewer.js") },
  },
  plant("upward-from-domain", "src/domain/theme/theme.up.ts", "../../insight/paths.js"),
  plant("upward-from-stewardship-exchange-insight", "src/insight/up.ts", "../api/answer.js"),
  plant("sideways", "src/stewardship/sideways.ts", "../exchange/csv.js"),
  {
    path: "src/graph/egg.ts",
    rule: "circle",
    text: 'import type { Hen } from "./hen.js";\n\nexport type Egg = Hen[];\n',
    beside: { "src/graph/hen.ts": 'import type { Egg } from "./egg.js";\n\nexport type Hen = Egg[];\n' },
  },
  plant("kind-knows-entities-only", "src/domain/measure/measure.rules.ts", "../theme/theme.rules.js"),
  plant("kind-knows-register", "src/domain/measure/measure.list.ts", "../index.js"),
  plant("generic-names-a-kind", "src/stewardship/specific.ts", "../domain/theme/theme.entity.js"),
  plant("generic-names-a-kind", "src/exchange/specific.ts", "../domain/theme/theme.entity.js"),
  plant("imports-main", "src/api/again.ts", "../main.js"),
  plant("imports-serve", "src/api/once-more.ts", "../serve.js"),
  plant("migration-imports-source", "migrations/0002-again.ts", "../src/platform/environment.js"),
  plant("source-imports-test", "src/api/tested.ts", "../../test/theme.test.js"),
  {
    ...plant("source-imports-tool", "src/api/tool.ts", "../../scripts/tool.js"),
    beside: { "scripts/tool.ts": importing("node:fs") },
  },
  plant("page-imports-server", "web/start/server.ts", "../../src/platform/environment.js"),
  plant("source-imports-development-package", "src/api/tool-package.ts", "fast-check"),
  plant("unknown-package", "src/api/unlisted.ts", "pg"),
  plant("unresolvable", "src/api/lost.ts", "./nowhere.js"),
  ...dead,
];

/** A script that reaches all of them but the dead ones, so that each breaks no rule but its own. */
export const reachingAll: Files = {
  "scripts/reach.ts": importing(
    ...importViolations
      .filter((violation) => violation.path.startsWith("src/") && !dead.includes(violation))
      .map(({ path }) => `../${path.replace(/ts$/u, "js")}`),
  ),
};
