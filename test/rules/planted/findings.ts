interface LintReport {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null }[];
}

interface DeadReport {
  readonly issues: readonly ({ readonly file: string } & Record<
    string,
    readonly { readonly name: string }[] | string
  >)[];
}

/** "path: rule" for all that eslint reported as JSON. */
export function lintFindingsOf(json: string): string[] {
  const reports = JSON.parse(json) as LintReport[];
  return reports
    .flatMap(({ filePath, messages }) => messages.map(({ ruleId }) => `${filePath}: ${ruleId ?? "unused directive"}`))
    .sort();
}

/** "path: rule" for all that dependency-cruiser reported as text. */
export function importFindingsOf(text: string): string[] {
  return [...text.matchAll(/^ +error ([\w-]+): (\S+)/gmu)].map(([, rule = "", path = ""]) => `${path}: ${rule}`).sort();
}

/** "path: kind of issue, name" for all that knip reported as JSON. */
export function deadFindingsOf(json: string): string[] {
  const { issues } = JSON.parse(json) as DeadReport;
  return issues
    .flatMap(({ file, ...kinds }) =>
      Object.entries(kinds).flatMap(([kind, found]) =>
        typeof found === "string" ? [] : found.map(({ name }) => `${file}: ${kind}, ${name}`),
      ),
    )
    .sort();
}
