/**
 * Names the runtime as Node does itself from 21 on. Without it pg finds out where it runs by making a Response, for which Node 20 loads all of
 * its HTTP client: a twentieth of a start. Imported before anything that loads pg.
 */
(globalThis as { navigator?: object }).navigator ??= { userAgent: `Node.js/${parseInt(process.versions.node)}` };
