import { join } from "node:path";
import express, { type RequestHandler, type Response, type Router } from "express";
import { contentSecurityPolicy, type Policy } from "./pages/content-security-policy.js";
import { notBuilt } from "./pages/not-built.js";

/**
 * The pages for people: the start page at `/` (English at `/en`) and the playground at `/playground`, from the bundle in `webRoot`
 * (`web/dist`). Sets the content security policy of each page itself, over a stricter one of the application. Without a bundle every page
 * answers 503 and names the command that builds it; as soon as it is built, it is served without a restart.
 */
export function pages(webRoot: string): Router {
  const router = express.Router();
  // Names under assets/ carry a hash of their content, so they never change under their name.
  router.use("/assets", express.static(join(webRoot, "assets"), { index: false, immutable: true, maxAge: "1y" }));
  router.get("/", page(webRoot, "index.html", "content"));
  router.get("/en", page(webRoot, "en.html", "content"));
  router.get("/playground", page(webRoot, "playground/index.html", "editor"));
  return router;
}

function page(webRoot: string, file: string, policy: Policy): RequestHandler {
  return (_request, response, next) => {
    response.setHeader("Content-Security-Policy", contentSecurityPolicy(policy));
    // "no-cache" keeps a copy but asks every time: a page names the hashed assets and must not outlive them.
    response.setHeader("Cache-Control", "no-cache");
    response.sendFile(file, { root: webRoot, cacheControl: false }, (error?: NodeJS.ErrnoException) => {
      if (error?.code === "ENOENT") sendNotBuilt(response);
      else if (error && !hasLeft(error) && !response.headersSent) next(error);
    });
  };
}

/** Whether the reader has gone away meanwhile, which is no error of ours; Express asks the same where it is given nobody to tell. */
const hasLeft = ({ code, syscall }: NodeJS.ErrnoException): boolean => code === "ECONNABORTED" || syscall === "write";

function sendNotBuilt(response: Response): void {
  response.status(503).setHeader("Cache-Control", "no-store");
  response.type("html").send(notBuilt);
}
