/** What a link into the playground asks for; `undefined` where it asks for nothing. */
export interface Preset {
  readonly query: string | undefined;
  readonly variables: string | undefined;
}

/** The query and variables that an address presets: `/playground?query=…&variables=…`. */
export function presetOf(address: string): Preset {
  const asked = new URL(address).searchParams;
  return { query: asked.get("query") ?? undefined, variables: asked.get("variables") ?? undefined };
}
