import type { Database, Statement } from "../../src/platform/database/database.js";

/** The same database; `heard` gets every statement before it is asked, inside transactions as well. */
export const overheard = (database: Database, heard: (statement: Statement) => void): Database => ({
  query: <Row>(statement: Statement) => {
    heard(statement);
    return database.query<Row>(statement);
  },
  text: (statement) => {
    heard(statement);
    return database.text(statement);
  },
  transaction: (work) => database.transaction((connection) => work(overheard(connection, heard))),
  close: () => database.close(),
});
