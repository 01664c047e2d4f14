// DESIGN.md, "Layout": arrows point down only. Each row may import the rows below it and itself, nothing else.
const layers = ["platform", "access", "graph", "domain", "stewardship|exchange|insight", "api"];

const upward = layers.slice(0, -1).map((layer, height) => ({
  name: `upward-from-${layer.replaceAll("|", "-")}`,
  comment: "api → stewardship, exchange, insight → domain → graph → access → platform",
  severity: "error",
  from: { path: `^src/(?:${layer})/` },
  to: { path: `^src/(?:${layers.slice(height + 1).join("|")})/` },
}));

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    ...upward,
    rule(
      "sideways",
      "stewardship, exchange and insight stand side by side and do not know each other.",
      { path: "^src/(stewardship|exchange|insight)/" },
      { path: "^src/(?:stewardship|exchange|insight)/", pathNot: "^src/$1/" },
    ),
    rule(
      "circle",
      "No circles, not even of types: whoever reads one file would have to read all of them.",
      {},
      { circular: true },
    ),
    rule(
      "kind-knows-entities-only",
      "A kind imports of other kinds only what they are (*.entity.ts) and their words (*.words.ts).",
      { path: "^src/domain/([^/]+)/" },
      { path: "^src/domain/[^/]+/", pathNot: ["^src/domain/$1/", "\\.(?:entity|words)\\.ts$"] },
    ),
    rule(
      "kind-knows-register",
      "The register lists the kinds; a kind does not know the list.",
      { path: "^src/domain/[^/]+/" },
      { path: "^src/domain/index\\.ts$" },
    ),
    rule(
      "generic-names-a-kind",
      "stewardship and exchange take kinds from the register and never name one.",
      { path: "^src/(?:stewardship|exchange)/" },
      { path: "^src/domain/", pathNot: "^src/domain/index\\.ts$" },
    ),
    rule("imports-main", "Nothing imports the program.", {}, { path: "^src/(?:main|start|warm-up)\\.ts$" }),
    rule(
      "imports-serve",
      "Nothing but the program, and what is compiled for it in advance, imports the composition root.",
      { pathNot: "^src/(?:main|warm-up)\\.ts$" },
      { path: "^src/serve\\.ts$" },
    ),
    rule(
      "migration-imports-source",
      "A migration must mean the same in ten years: it imports nothing of ours.",
      { path: "^migrations/" },
      { path: "^(?:src|test|scripts|seeds|web)/" },
    ),
    rule("source-imports-test", "The product does not know its tests.", { pathNot: "^test/" }, { path: "^test/" }),
    rule(
      "source-imports-tool",
      "The product runs without its tools.",
      { path: "^(?:src|seeds)/" },
      { path: "^(?:scripts|bench|web)/" },
    ),
    rule("page-imports-server", "Pages know the server by its API.", { path: "^web/" }, { path: "^(?:src|seeds)/" }),
    rule(
      "source-imports-development-package",
      "The image holds no development packages.",
      { path: "^(?:src|seeds|migrations)/" },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    ),
    rule(
      "unknown-package",
      "Whatever is imported is in package.json.",
      {},
      { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    ),
    rule("unresolvable", "Whatever is imported exists.", {}, { couldNotResolve: true }),
    rule(
      "only-tests-reach",
      "What neither the server nor its data nor a script reaches is not part of the product, however well it is tested.",
      { path: "^(?:src/(?:main|start|warm-up)|scripts/[^/]+|seeds/.+)\\.ts$" },
      { path: "^src/", pathNot: ["^src/(?:main|start|warm-up)\\.ts$", "\\.d\\.ts$"], reachable: false },
    ),
    rule(
      "orphan",
      "A file that imports nothing and that nothing imports is dead.",
      { orphan: true, path: "^src/", pathNot: "\\.d\\.ts$" },
      {},
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(?:dist|web/dist|coverage|\\.data)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
