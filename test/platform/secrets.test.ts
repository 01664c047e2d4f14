import { describe, expect, test } from "@jest/globals";
import { withoutSecrets, withoutValues } from "../../src/platform/secrets.js";

describe("a line of log", () => {
  test.each([
    ["Authorization: Bearer abc.DEF-1/2+3==", "Authorization: Bearer …"],
    ["basic dXNlcjpwYXNz", "basic …"],
    ["got eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln", "got …"],
    ["sg_0123456789abcdef_Zm9vYmFyYmF6cXV4", "sg_0123456789abcdef_…"],
    ["sg_0123456789_Zm9vYmFyYmF6cXV4", "sg_…"],
    ["sg_0123456789abcdef", "sg_0123456789abcdef"],
    ["postgres://stadt:geheim@db:5432/x and https://a:b@c/", "postgres://…@db:5432/x and https://…@c/"],
    ["von erika.mustermann+x@stadt-gera.de, jörg@müller.example", "von …@…, …@…"],
  ])("%j is told as %j", (line, told) => {
    expect(withoutSecrets(line)).toBe(told);
  });

  test.each([
    '{"level":30,"url":"http://127.0.0.1:4000","msg":"listening"}',
    "    at file:///srv/node_modules/@apollo/server/dist/esm/runHttpQuery.js:211:5",
    "node_modules/pg@8.23.1/lib",
  ])("%j stays as it is", (line) => {
    expect(withoutSecrets(line)).toBe(line);
  });
});

describe("the sentence of an error", () => {
  test.each([
    ["22P02", 'invalid input syntax for type uuid: "Erika"', 'invalid input syntax for type uuid: "…"'],
    ["42601", 'syntax error at or near "Erika"', 'syntax error at or near "…"'],
    ["P0001", "Erika Mustermann is not allowed", "raised inside the database"],
    [undefined, 'Enum "Status" cannot represent value: "Eri\\"ka"', 'Enum "…" cannot represent value: "…"'],
    [undefined, "Cannot use 'Erika' here", 'Cannot use "…" here'],
  ])("of code %s: %j is told as %j", (code, message, told) => {
    expect(withoutValues(Object.assign(new Error(message), { code }))).toBe(told);
  });

  test("keeps the names that an operator needs", () => {
    const missing = Object.assign(new Error('relation "measure" does not exist'), { code: "42P01" });
    const file = Object.assign(new Error("ENOENT: no such file, open '/srv/x'"), { code: "ENOENT", syscall: "open" });

    expect([missing, file].map(withoutValues)).toEqual([missing.message, file.message]);
  });
});
