/** What every peer is told from outside: the same database, the same number of connections, a port on 127.0.0.1. */
export const environment = {
  url: process.env["DATABASE_URL"] ?? "",
  poolSize: Number(process.env["DATABASE_POOL_SIZE"] ?? 10),
  port: Number(process.env["PORT"] ?? 0),
};
