// Mercurius on Fastify with its JIT compiler; resolvers and loaders are written by hand over pg.
import Fastify from "fastify";
import mercurius from "mercurius";
import { environment } from "../environment.js";
import { loaders } from "./loaders.js";
import { resolvers } from "./resolvers.js";
import { schema } from "./schema.js";

const app = Fastify();
await app.register(mercurius, { schema, resolvers, loaders: loaders as never, jit: 1 });
await app.listen({ port: environment.port, host: "127.0.0.1" });
