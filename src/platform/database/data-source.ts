import { DataSource } from "typeorm";

type Class = abstract new (...parameters: never[]) => unknown;

/** TypeORM over `url` with these entities: never synchronises, never logs; `migrations` are classes or a glob of compiled files. Not yet initialised. */
export function dataSourceOf(
  url: string,
  entities: readonly Class[],
  migrations: string | readonly Class[] = [],
): DataSource {
  return new DataSource({
    type: "postgres",
    url,
    entities: [...entities],
    migrations: typeof migrations === "string" ? [migrations] : [...migrations],
    synchronize: false,
    logging: false,
    // Extensions are a matter of migrations; TypeORM would otherwise try to create uuid-ossp.
    installExtensions: false,
    applicationName: "stadtgraph",
    extra: { options: "-c timezone=UTC" },
  });
}
