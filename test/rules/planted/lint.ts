import { fileOf, functionOf, linesOf } from "./sound.js";
import type { Violation } from "./violation.js";

const documented = (declaration: string) => `/** Says what it promises. */\nexport ${declaration}\n`;

const tested = (call: string, names: string) => `import { ${names} } from "@jest/globals";\n\n${call}\n`;

const switched = "// eslint-disable-next-line @typescript-eslint/no-explicit-any";

const branches = linesOf(12, (number) => `  if (count === ${number}) return "${number}";`);

/** One violation for every rule of style that the house adds or relies on. */
export const lintViolations: readonly Violation[] = [
  { path: "src/api/long.ts", rule: "max-lines", text: fileOf(251) },
  { path: "test/long.test.ts", rule: "max-lines", text: fileOf(251) },
  { path: "src/api/winding.ts", rule: "house/function-lines", text: functionOf(51, "winding") },
  {
    path: "src/api/branching.ts",
    rule: "complexity",
    text: documented(`function branching(count: number): string {\n${branches}  return "";\n}`),
  },
  {
    path: "src/api/anything.ts",
    rule: "@typescript-eslint/no-explicit-any",
    text: documented("type Anything = any;"),
  },
  {
    path: "src/api/silenced.ts",
    rule: "house/disable-reason",
    text: `${documented("const first = 1;")}\n/** Whatever. */\n${switched}\nexport type Whatever = any;\n`,
  },
  {
    path: "src/api/needless.ts",
    rule: "unused directive",
    text: `// eslint-disable-next-line no-var -- nothing to switch off here\n${documented("const second = 2;")}`,
  },
  { path: "src/api/mute.ts", rule: "house/export-docstring", text: "export const mute = 1;\n" },
  { path: "src/api/unnamed.ts", rule: "no-restricted-syntax", text: "/** Nothing. */\nexport default 1;\n" },
  { path: "src/api/barrel.ts", rule: "no-restricted-syntax", text: 'export * from "./answer.js";\n' },
  { path: "src/api/keg.ts", rule: "no-restricted-syntax", text: 'export { answer } from "./answer.js";\n' },
  {
    path: "src/api/environment.ts",
    rule: "no-restricted-properties",
    text: documented('const port = process.env["PORT"];'),
  },
  {
    path: "src/api/surroundings.ts",
    rule: "no-restricted-imports",
    text: `import { env } from "node:process";\n\n${documented('const host = env["HOST"];')}`,
  },
  { path: "src/api/loud.ts", rule: "no-console", text: documented('const say = () => console.log("here");') },
  {
    path: "src/api/floating.ts",
    rule: "@typescript-eslint/no-floating-promises",
    text: documented("function float(): void {\n  Promise.resolve();\n}"),
  },
  {
    path: "src/api/loose.ts",
    rule: "eqeqeq",
    text: documented("const same = (one: string, other: string) => one == other;"),
  },
  {
    path: "test/empty.test.ts",
    rule: "house/test-asserts",
    text: tested('test("nothing", () => undefined);', "test"),
  },
  {
    path: "test/focused.test.ts",
    rule: "no-restricted-syntax",
    text: tested('test.only("alone", () => expect(1).toBe(1));', "expect, test"),
  },
  {
    path: "test/mocked.test.ts",
    rule: "no-restricted-syntax",
    text: tested('jest.unstable_mockModule("pg", () => ({}));', "jest"),
  },
  { path: "scripts/unnamed.mjs", rule: "no-restricted-syntax", text: "export default 1;\n" },
];
