import type { Database } from "../../../platform/database/database.js";
import { COLUMNS, type ServiceToken } from "./record.js";

/** All tokens that were ever made, the newest first: also those that have expired or were revoked. */
export const listServiceTokens = (database: Database): Promise<ServiceToken[]> =>
  database.query<ServiceToken>({
    text: `SELECT ${COLUMNS} FROM service_token ORDER BY created_at DESC, id`,
    values: [],
  });
