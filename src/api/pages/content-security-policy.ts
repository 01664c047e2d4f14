/** What a page of this server may load and do: `content` for plain pages, `editor` for the playground. */
export type Policy = "content" | "editor";

const content = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self'",
  "connect-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
};

/** The editor (Monaco) writes style elements and brings its fonts as data:. It needs no eval, and nothing from outside either. */
const editor = {
  ...content,
  "style-src": "'self' 'unsafe-inline'",
  "font-src": "'self' data:",
  "img-src": "'self' data:",
  "worker-src": "'self'",
};

/** The value of the header `Content-Security-Policy` for one kind of page. */
export function contentSecurityPolicy(policy: Policy): string {
  return Object.entries(policy === "editor" ? editor : content)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join("; ");
}
