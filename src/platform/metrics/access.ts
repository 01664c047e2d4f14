/** Who may read the figures of this process: nobody, this machine itself, or whoever holds the token. */
export type MetricsAccess = { readonly open: "off" | "loopback" } | { readonly open: "token"; readonly token: string };

/** What the environment says on that. */
interface Said {
  readonly METRICS?: MetricsAccess["open"] | undefined;
  readonly METRICS_TOKEN?: string | undefined;
  readonly NODE_ENV: string;
}

/** Behind a proxy on the same machine the whole world comes from there, so in production nobody reads them unless somebody has decided it. */
export function metricsAccess({ METRICS, METRICS_TOKEN, NODE_ENV }: Said): MetricsAccess {
  if (METRICS_TOKEN !== undefined && (METRICS ?? "token") === "token") return { open: "token", token: METRICS_TOKEN };
  return { open: METRICS === "loopback" || (METRICS === undefined && NODE_ENV !== "production") ? "loopback" : "off" };
}
