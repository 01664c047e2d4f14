import { z } from "zod";

/** What the environment may say on who reads the figures. The token is a secret, so the message never repeats it. */
export const metricsVariables = {
  METRICS: z.enum(["off", "loopback", "token"], { error: "expected one of off, loopback, token" }).optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{16,}$/, { error: "expected at least 16 letters, digits or -._~+/=" })
    .optional(),
};

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
