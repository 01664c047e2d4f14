import { jsonPgSmartTags } from "postgraphile/utils";
import { makePgService } from "postgraphile/adaptors/pg";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { PostGraphileConnectionFilterPreset } from "postgraphile-plugin-connection-filter";
import { environment } from "../environment.js";

/** A unique index is no constraint to PostGraphile; without these it would offer rows by id only. */
const KEYS = jsonPgSmartTags({
  version: 1,
  config: {
    class: Object.fromEntries(
      ["measure", "theme", "planning_process", "department"].map((table) => [table, { tags: { unique: "key" } }]),
    ),
  },
});

/** The preset that PostGraphile recommends, with the filter plugin that its documentation names for more than equality. */
export const preset: GraphileConfig.Preset = {
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
  plugins: [KEYS],
  pgServices: [
    makePgService({
      connectionString: environment.url,
      schemas: ["public", "bench"],
      poolConfig: { max: environment.poolSize },
    }),
  ],
  grafserv: { port: environment.port, host: "127.0.0.1", graphqlPath: "/graphql", graphiql: false, watch: false },
  grafast: { explain: false },
};
