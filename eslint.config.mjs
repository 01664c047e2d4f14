import tseslint from "typescript-eslint";
import { disableReason } from "./scripts/lint/disable-reason.mjs";
import { exportDocstring } from "./scripts/lint/export-docstring.mjs";
import { functionLines } from "./scripts/lint/function-lines.mjs";
import { testAsserts } from "./scripts/lint/test-asserts.mjs";

const house = {
  rules: {
    "disable-reason": disableReason,
    "export-docstring": exportDocstring,
    "function-lines": functionLines,
    "test-asserts": testAsserts,
  },
};

const reexport =
  "No barrels: import from the file that declares it. Only the register, src/domain/index.ts, lists others.";

const noDefault = {
  selector: "ExportDefaultDeclaration",
  message: "Export by name; only configuration files have a default.",
};
const noBarrel = [
  { selector: "ExportAllDeclaration", message: reexport },
  { selector: "ExportNamedDeclaration[source]", message: reexport },
];
const noFocus = {
  selector: "MemberExpression[object.name=/^(test|it|describe)$/][property.name=/^(only|skip|todo)$/]",
  message: "Every test runs, always.",
};
const noMock = {
  selector: "MemberExpression[object.name='jest'][property.name=/mock(Module)?$/i]",
  message: "No mocks: tests use a real database and real modules.",
};

/** Printed from the declarations, one statement a line: as long as there are kinds. */
const printed = { files: ["migrations/*-kinds.ts"], rules: { "max-lines": "off" } };

/** What holds for every file, configuration included. */
const everywhere = {
  files: ["**/*.{ts,tsx,mjs,cjs}"],
  plugins: { house },
  linterOptions: { reportUnusedDisableDirectives: "error" },
  rules: {
    "max-lines": ["error", { max: 250, skipBlankLines: false, skipComments: false }],
    "house/function-lines": ["error", 50],
    "house/disable-reason": "error",
    complexity: ["error", 12],
    "max-depth": ["error", 3],
    "max-params": ["error", 5],
    // `== null` asks for "absent or null", which GraphQL does not tell apart.
    eqeqeq: ["error", "always", { null: "ignore" }],
    "no-var": "error",
    "prefer-const": "error",
    "no-self-compare": "error",
    "no-use-before-define": "off",
    "no-constant-binary-expression": "error",
    "no-unmodified-loop-condition": "error",
    "no-control-regex": "off",
    "no-restricted-syntax": ["error", noDefault, ...noBarrel],
    "object-shorthand": "error",
    "use-isnan": "error",
  },
};

/** The packages of the bench are its own and need not be installed, so its types cannot be asked for here; `npm --prefix bench run check` does. */
const bench = {
  files: ["bench/**/*.ts"],
  languageOptions: { parser: tseslint.parser },
  plugins: { "@typescript-eslint": tseslint.plugin },
  rules: { "@typescript-eslint/no-explicit-any": "error", "@typescript-eslint/consistent-type-imports": "error" },
};

const typed = {
  files: ["**/*.{ts,tsx}"],
  ignores: ["bench/**"],
  extends: [tseslint.configs.strictTypeChecked],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: {
    "house/export-docstring": "error",
    "@typescript-eslint/no-explicit-any": "error",
    "@typescript-eslint/consistent-type-imports": "error",
    "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    // A class is a declaration here: decorators give it what it has, some of them later and by name.
    "@typescript-eslint/no-extraneous-class": ["error", { allowWithDecorator: true, allowEmpty: true }],
    // noUncheckedIndexedAccess sees "perhaps undefined" where a declaration has just promised the opposite.
    "@typescript-eslint/no-non-null-assertion": "off",
    "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
    // `return answer.end()` leaves early in one line.
    "@typescript-eslint/no-confusing-void-expression": "off",
    // The only enums are other people's, such as GraphQL's "query" and TypeORM's; the assignment rule alone takes a quarter of the time.
    "@typescript-eslint/no-unsafe-enum-assignment": "off",
    "@typescript-eslint/no-unsafe-enum-comparison": "off",
    // Runs out of stack on a type that refers to itself (typescript-eslint 8.73).
    "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
    // An async function is often async because of its contract, not because of its body.
    "@typescript-eslint/require-await": "off",
    // A type parameter that is named once documents what the caller gets (rows of a statement, a loader's value).
    "@typescript-eslint/no-unnecessary-type-parameters": "off",
  },
};

const environment = {
  files: ["src/**/*.ts"],
  ignores: ["src/platform/environment.ts"],
  rules: {
    "no-restricted-properties": [
      "error",
      { object: "process", property: "env", message: "Only src/platform/environment.ts reads the environment." },
    ],
    "no-restricted-imports": [
      "error",
      ...["process", "node:process"].map((name) => ({
        name,
        importNames: ["env", "default"],
        message: "Only src/platform/environment.ts reads the environment.",
      })),
    ],
    "no-console": "error",
  },
};

/** TypeORM's index loads the drivers of a dozen databases: 140 ms and 20 MiB at every start. */
const typeorm = {
  files: ["src/**/*.ts"],
  ignores: ["src/platform/database/data-source.ts"],
  rules: {
    "@typescript-eslint/no-restricted-imports": [
      "error",
      {
        name: "typeorm",
        allowTypeImports: true,
        message: 'Import a decorator from its own file: "typeorm/decorator/Check.js".',
      },
    ],
  },
};

const register = {
  files: ["src/domain/index.ts"],
  rules: { "no-restricted-syntax": ["error", noDefault] },
};

const tests = {
  files: ["test/**/*.ts"],
  rules: {
    "house/test-asserts": "error",
    "no-restricted-syntax": ["error", noDefault, ...noBarrel, noFocus, noMock],
    "@typescript-eslint/unbound-method": "off",
    // A test may read an answer as deep as it likes: what is not there fails the test.
    ...Object.fromEntries(
      ["argument", "assignment", "call", "member-access", "return"].map((use) => [
        `@typescript-eslint/no-unsafe-${use}`,
        "off",
      ]),
    ),
  },
};

const configurations = {
  files: ["*.config.mjs", "web/*.config.mjs"],
  rules: { "no-restricted-syntax": "off" },
};

export default tseslint.config(
  { ignores: ["dist/", "web/dist/", "coverage/", "**/.data/", "node_modules/", "**/*.d.ts"] },
  everywhere,
  printed,
  bench,
  typed,
  environment,
  typeorm,
  register,
  tests,
  configurations,
);
