/** The `code` of an error of Node or PostgreSQL (ENOENT, 23505 …); empty when it has none. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === "string" ? code : "";
}

/** For `.catch()`: lets an error with this code pass as nothing, and throws any other again. */
export function ignoring(code: string): (error: unknown) => undefined {
  return (error) => {
    if (codeOf(error) !== code) throw error;
    return undefined;
  };
}
