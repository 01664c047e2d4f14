// The stack of the tutorials: Apollo Server, TypeGraphQL, TypeORM's find and DataLoader.
import "reflect-metadata";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { buildSchema } from "type-graphql";
import { DataSource } from "typeorm";
import { environment } from "../environment.js";
import { entities } from "./entities.js";
import { loadersOf } from "./loaders.js";
import {
  type Context,
  GrantResolver,
  MeasureResolver,
  PageResolver,
  ProcessResolver,
  ThemeResolver,
} from "./resolvers.js";

const source = await new DataSource({
  type: "postgres",
  url: environment.url,
  poolSize: environment.poolSize,
  entities,
}).initialize();
const schema = await buildSchema({
  resolvers: [MeasureResolver, PageResolver, ProcessResolver, GrantResolver, ThemeResolver],
  validate: false,
});
await startStandaloneServer(new ApolloServer<Context>({ schema }), {
  listen: { port: environment.port, host: "127.0.0.1" },
  context: () => Promise.resolve({ source, loaders: loadersOf(source) }),
});
