// PostGraphile 5 with its recommended preset, alone in its process.
import "./promise-with-resolvers.js";
import { createServer } from "node:http";
import { environment } from "../environment.js";

const [{ postgraphile }, { grafserv }, { preset }] = await Promise.all([
  import("postgraphile"),
  import("postgraphile/grafserv/node"),
  import("./preset.js"),
]);
const server = createServer();
await postgraphile(preset).createServ(grafserv).addTo(server);
server.listen(environment.port, "127.0.0.1");
