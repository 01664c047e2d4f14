import type { Files } from "./house.js";

/** As many numbered lines as asked for, each made of its number. */
export const linesOf = (count: number, line: (number: number) => string): string =>
  Array.from({ length: count }, (_, index) => `${line(index + 1)}\n`).join("");

/** A function that is exactly this many lines long. */
export const functionOf = (lines: number, name: string): string =>
  `/** Counts. */\nexport function ${name}(count: number): number {\n${linesOf(lines - 3, () => "  count += 1;")}  return count;\n}\n`;

/** A file that is exactly this many lines long. */
export const fileOf = (lines: number): string =>
  `/** Numbers. */\nexport const numbers = [\n${linesOf(lines - 3, (number) => `  "number ${number}",`)}];\n`;

/** A folder with this many empty files. */
export const many = (folder: string, count: number): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${folder}/file-${index}.ts`, ""]));

const packages = {
  name: "house",
  type: "module",
  private: true,
  scripts: { "check:imports": "depcruise src" },
  dependencies: { graphql: "*" },
  devDependencies: {
    "@jest/globals": "*",
    "dependency-cruiser": "*",
    eslint: "*",
    "fast-check": "*",
    "typescript-eslint": "*",
  },
};

const entity = (name: string) =>
  `/** A ${name.toLowerCase()} of the city. */\nexport class ${name} {\n  key = "${name.toLowerCase()}";\n}\n`;

/** A small house against which no guard has anything to say: it goes up to the limits, and no further. */
export const sound: Files = {
  "package.json": `${JSON.stringify(packages, undefined, 2)}\n`,
  "src/main.ts": `import { serve } from "./serve.js";\n\nserve();\n`,
  "src/serve.ts": `import { answer } from "./api/answer.js";\n\n/** Puts all together. */\nexport const serve = (): string => answer();\n`,
  "src/api/answer.ts": `import { GraphQLError } from "graphql";
import { csv } from "../exchange/csv.js";
import { paths } from "../insight/paths.js";
import { port } from "../platform/environment.js";
import { numbers } from "./numbers.js";
import { ticks } from "./ticks.js";

/** Says everything, or throws. */
export function answer(): string {
  if (numbers.length > ticks(1)) throw new GraphQLError("too much");
  return [csv(), paths(), port()].join(" ");
}
`,
  "src/api/numbers.ts": fileOf(250),
  "src/api/ticks.ts": functionOf(50, "ticks"),
  "src/exchange/csv.ts": `import { kinds } from "../domain/index.js";

/** One column per kind. */
export const csv = (): string => kinds.map((kind) => kind.name).join(";");
`,
  "src/insight/paths.ts": `import { Theme } from "../domain/theme/theme.entity.js";

/** Where a path begins. */
export const paths = (): string => new Theme().key;
`,
  "src/domain/index.ts": `import { Measure } from "./measure/measure.entity.js";
import { Theme } from "./theme/theme.entity.js";
import "./theme/theme.rules.js";

/** All kinds. */
export const kinds = [Measure, Theme];
`,
  "src/domain/theme/theme.entity.ts": entity("Theme"),
  "src/domain/theme/theme.rules.ts": `import { Theme } from "./theme.entity.js";

if (new Theme().key === "") throw new Error("A theme has a key.");
`,
  "src/domain/measure/measure.entity.ts": `import type { Theme } from "../theme/theme.entity.js";

/** A measure of a theme. */
export class Measure {
  theme?: Theme;
}
`,
  "src/platform/environment.ts": `/** Where to listen. */\nexport const port = (): string => process.env["PORT"] ?? "";\n`,
  "migrations/0001-themes.ts": `/** The tables of themes. */\nexport class Themes {\n  name = "themes";\n}\n`,
  "test/theme.test.ts": `import { expect, test } from "@jest/globals";
import { assert, property, string } from "fast-check";
import { Theme } from "../src/domain/theme/theme.entity.js";

test("a theme has a key", () => {
  expect(new Theme().key).toBe("theme");
  assert(property(string(), (text) => text.length >= 0));
});
`,
  "web/playground/main.tsx": `document.title = import.meta.env.MODE;\n`,
  "seeds/city.ts": `import { csv } from "../src/exchange/csv.js";\n\n/** What a city begins with. */\nexport const city = csv();\n`,
};
