import type { GraphQLResolveInfo } from "graphql";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  Info,
  Int,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from "type-graphql";
import sql, { type Sql } from "sql-template-tag";
import { constantCase } from "../declare/naming.js";
import { Node } from "../declare/node.js";
import type { Class, Graph } from "../model.js";
import { nodesOfKinds } from "../resolve/any.js";
import { type GraphContext, readingIn } from "../resolve/context.js";
import { type Search, searchedKinds, searchOf } from "./search.sql.js";

/** A hit before its node is read. */
interface Found {
  readonly id: string;
  readonly kind: string;
  readonly score: number;
  readonly snippet: string;
}

@ObjectType("SearchHit", { description: "Treffer einer Suche" })
class SearchHit {
  @Field(() => Float, { description: "Güte des Treffers; der beste zuerst" }) score!: number;
  @Field(() => String, { description: "Textstelle als HTML, die gefundenen Wörter in <mark>" }) snippet!: string;
}

@ObjectType("SearchResult", { description: "Ergebnis einer Suche" })
class SearchResult {
  constructor(
    readonly search: Search,
    readonly context: GraphContext,
  ) {}
}

const rows = <T>(statement: Sql, { database }: GraphContext): Promise<T[]> =>
  database.query<T>({ text: statement.text, values: statement.values });

const found = ({ search, context }: SearchResult): Promise<Found[]> =>
  rows(sql`SELECT h.node_id::text AS id, h.kind, h.score, h.snippet FROM (${search.hits}) AS h`, context);

const nodesFor = (hits: readonly Found[], info: GraphQLResolveInfo, context: GraphContext) =>
  nodesOfKinds(
    hits.map(({ id, kind }) => ({ id, kind: context.graph.kind(kind) })),
    info,
    context,
  );

@Resolver(() => SearchResult)
class SearchFields {
  @FieldResolver(() => Int, { description: "Anzahl aller Treffer" })
  async totalCount(@Root() result: SearchResult): Promise<number> {
    const [row] = await rows<{ count: string }>(result.search.count, result.context);
    return Number(row!.count);
  }

  @FieldResolver(() => [SearchHit], { description: "Treffer, die besten zuerst" })
  hits(@Root() result: SearchResult): Promise<Found[]> {
    return found(result);
  }

  @FieldResolver(() => [Node] as never, { description: "gefundene Einträge, die besten zuerst" })
  async nodes(@Root() result: SearchResult, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return nodesFor(await found(result), info, result.context);
  }
}

@Resolver(() => SearchHit)
class SearchHitFields {
  @FieldResolver(() => Node as never, { description: "gefundener Eintrag" })
  async node(@Root() hit: Found, @Info() info: GraphQLResolveInfo, @Ctx() context: GraphContext): Promise<unknown> {
    return (await nodesFor([hit], info, context))[0];
  }
}

/** The root field `search` over the kinds of a graph, and the classes that resolve what it yields. */
export function searchRootsOf(graph: Graph): Class[] {
  const names = searchedKinds({ graph }).map(({ name, german }) => [constantCase(name), name, german] as const);
  const kinds = Object.fromEntries(names.map(([constant, name]) => [constant, name]));
  const valuesConfig = Object.fromEntries(names.map(([constant, , description]) => [constant, { description }]));
  registerEnumType(kinds, {
    name: "Kind",
    description: "Art eines Eintrags, in der gesucht werden kann",
    valuesConfig,
  });

  @Resolver()
  class SearchRoot {
    @Query(() => SearchResult, {
      description:
        "Suche über alle Arten: deutsche Wortstämme, ohne Umlaute, Wortteile, Tippfehler; die besten Treffer zuerst",
    })
    search(
      @Arg("text", () => String, { description: "wonach gesucht wird" }) text: string,
      @Arg("kinds", () => [kinds] as never, { nullable: true, description: "nur unter diesen Arten" })
      among: string[] | null,
      @Arg("first", () => Int, {
        nullable: true,
        description: "die ersten n Treffer (Voreinstellung 20, höchstens 100)",
      })
      first: number | null,
      @Ctx() context: GraphContext,
    ): SearchResult {
      return new SearchResult(searchOf({ text, kinds: among, first }, readingIn(context)), context);
    }
  }
  return [SearchRoot, SearchFields, SearchHitFields];
}
