// Reads the names of all code files and the sizes of files and folders below the current directory;
// ends with 1 if a name says nothing or a folder holds too much. The longest file and function are eslint's business.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";

interface Finding {
  readonly path: string;
  readonly problem: string;
}

const houses = ["src", "test", "scripts", "web", "migrations", "seeds", "bench"];
const built = new Set(["dist", "node_modules"]);
const code = /\.(?:ts|tsx|mjs|cjs)$/u;
const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/u;
const saysNothing = /^(?:services?|dtos?|managers?|helpers?|utils?|base|common)$/u;
const dozen = 12;

// One more file per change of the tables or per kind: a list, which nobody reads as a whole.
const lists = new Set(["migrations", "test/domain"]);

const paths = houses.filter((house) => existsSync(house)).flatMap(codeBelow);
const lines = paths.map((path) => readFileSync(path, "utf8").split("\n").length - 1).sort((a, b) => a - b);
const findings = [...paths.flatMap(nameFindingsOf), ...folderFindingsOf(paths)];

console.log(`${paths.length} files, lines: median ${quantile(0.5)}, p90 ${quantile(0.9)}, longest ${quantile(1)}`);
for (const { path, problem } of findings) console.log(`${path}: ${problem}`);
process.exitCode = findings.length > 0 ? 1 : 0;

function codeBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return built.has(entry.name) ? [] : codeBelow(path);
    return code.test(entry.name) ? [path] : [];
  });
}

function nameFindingsOf(path: string): Finding[] {
  const name = basename(path).replace(code, "");
  const words = path.replace(code, "").split(/[/.-]/u);
  return [
    ...(kebab.test(name) ? [] : [{ path, problem: "is not named in kebab-case" }]),
    ...words.filter((word) => saysNothing.test(word)).map((word) => ({ path, problem: `"${word}" says nothing` })),
  ];
}

function folderFindingsOf(all: readonly string[]): Finding[] {
  return [...new Set(all.map((path) => dirname(path)))]
    .map((folder) => ({ folder, held: all.filter((path) => dirname(path) === folder).length }))
    .filter(({ folder, held }) => held > dozen && !lists.has(folder))
    .map(({ folder, held }) => ({ path: folder, problem: `holds ${held} files; a dozen is the most` }));
}

function quantile(share: number): number {
  return lines[Math.max(0, Math.ceil(lines.length * share) - 1)] ?? 0;
}
