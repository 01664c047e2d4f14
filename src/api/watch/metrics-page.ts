import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import type { Registry } from "prom-client";
import type { Environment } from "../../platform/environment.js";
import { notFound } from "../http-errors.js";

/**
 * Answers /metrics with the figures of this process to those who may read them: this machine itself, or whoever holds the token.
 * To others the address does not exist, unless a token is asked for.
 */
export function metricsPage(registry: Registry, access: Environment["metrics"]): RequestHandler {
  return async (request, response, next) => {
    if (access.open === "off" || (access.open === "loopback" && !isFromHere(request)))
      return void notFound(request, response, next);
    response.set("Cache-Control", "no-store");
    if (access.open === "token" && !holdsToken(request, access.token))
      return void response.status(401).set("WWW-Authenticate", "Bearer").end();
    response.type(registry.contentType).send(await registry.metrics());
  };
}

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/** Headers that a proxy on this machine puts in, through which the whole world would come from here. */
const PROXIED = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"];

const isFromHere = ({ socket, headers }: IncomingMessage): boolean =>
  LOOPBACK.test(socket.remoteAddress ?? "") && !PROXIED.some((name) => headers[name] !== undefined);

/** Takes the same time however much of a token is right. */
function holdsToken({ headers }: IncomingMessage, token: string): boolean {
  const [, given = ""] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? "") ?? [];
  return timingSafeEqual(hashOf(given), hashOf(token));
}

const hashOf = (text: string) => createHash("sha256").update(text).digest();
