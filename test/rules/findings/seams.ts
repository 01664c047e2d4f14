import { snakeCase } from "../../../src/graph/declare/naming.js";
import type { Files } from "../planted/house.js";

/** What a seam is for, and the lines that tear it. */
interface Seam {
  readonly promise: string;
  readonly within: RegExp;
  readonly except?: RegExp;
  readonly torn: (line: string) => boolean;
}

/** Packages that only one place knows, so that they can be replaced there. */
const PACKAGES: readonly (readonly [name: string, home: RegExp])[] = [
  ["pg", /^src\/platform\/database\//u],
  ["typeorm", /^src\/(?:platform\/database|graph\/(?:types|declare|provenance)|domain)\//u],
  [
    "type-graphql",
    /^src\/(?:graph\/(?:types|declare|schema|search)\/|access\/permission\.ts$|(?:domain|api)\/[\w-]+\/[\w-]+\.(?:resolver|types)\.ts$|stewardship\/write\/)/u,
  ],
  ["express", /^src\/api\//u],
  ["@apollo/server", /^src\/api\//u],
  ["zod", /^src\/platform\/(?:metrics\/)?[^/]+\.ts$/u],
];

const importOf = (name: string) => new RegExp(`from "${name}(?:/[^"]*)?"`, "u");

/** Kinds by name. */
export interface KindNames {
  readonly all: readonly string[];
  /** Those that are not part of the graph itself, as sources and statements are. */
  readonly ofDomain: readonly string[];
}

function seamsOf({ all, ofDomain }: KindNames): Seam[] {
  const tables = new RegExp(`\\b(?:FROM|JOIN) "?(?:${all.map(snakeCase).join("|")})\\b`, "u");
  const named = new RegExp(`["'\`](?:${ofDomain.join("|")})["'\`]`, "u");
  return [
    {
      promise: "reads a kind's table past source(), so that what a viewer may see, time and drafts do not hold there",
      within: /^src\/(?:api|exchange|insight|domain|graph)\//u,
      except: /^src\/graph\/(?:sql\/source\.ts|declare\/|assemble\/)/u,
      torn: (line) => tables.test(line) || /\.table\b/u.test(line),
    },
    {
      promise: "names a kind, so that a new kind would be forgotten here",
      within: /^src\/(?:api|stewardship|exchange|access|platform)\//u,
      torn: (line) => named.test(line),
    },
    ...PACKAGES.map(([name, home]) => ({
      promise: `knows ${name}`,
      within: /^src\//u,
      except: home,
      torn: (line: string) => importOf(name).test(line),
    })),
  ];
}

/** Every line that breaks what a seam of the design promises: "path:line promise". */
export function seamFindingsOf(files: Files, kinds: KindNames): string[] {
  const seams = seamsOf(kinds);
  return Object.entries(files).flatMap(([path, text]) => {
    const here = seams.filter(({ within, except }) => within.test(path) && !except?.test(path));
    return text.split("\n").flatMap((line, index) => {
      const torn = here.filter((seam) => seam.torn(line));
      return torn.map(({ promise }) => `${path}:${index + 1} ${promise}`);
    });
  });
}
