import { describe, expect, test } from "@jest/globals";
import { readCsv } from "../../src/stewardship/import/read/csv-file.js";

const read = (text: string | Uint8Array) => readCsv("x.csv", typeof text === "string" ? Buffer.from(text) : text);
const problems = (text: string | Uint8Array) => read(text).problems.map(({ place, reason }) => [place.line, reason.en]);

describe("readCsv", () => {
  test("counts lines as an editor shows them, whatever stands between the rows", () => {
    const { rows } = read('a,b\r\n1,"x\r\ny\r\nz"\r\n\r\n\r\n2,ö\r\n,\r\n3,"""q"""\r\n');

    expect(rows.map(({ place, cell }) => [place.line, cell("a"), cell("b")])).toEqual([
      [2, "1", "x\r\ny\r\nz"],
      [7, "2", "ö"],
      [9, "3", '"q"'],
    ]);
  });

  test("gives no cell for what is empty, blank or not a column", () => {
    const [row] = read("a,b,c\n,  , x ").rows;
    expect(["a", "b", "c", "d"].map((column) => row?.cell(column))).toEqual([null, null, "x", null]);
  });

  test("names the line on which a quote opens that never ends", () => {
    expect(problems('a,b\n1,2\n3,"4\n5,6\n7,8\n')).toEqual([[3, "A quote is opened here and never closed."]]);
  });

  test("names the line that is not UTF-8", () => {
    const bytes = Buffer.concat([Buffer.from("a\nü\n"), Buffer.from([0x80, 0x0a]), Buffer.from("x\n")]);
    expect(problems(bytes)).toEqual([[3, expect.stringContaining("not UTF-8")]]);
  });

  test("refuses a character that PostgreSQL cannot store", () => {
    expect(problems("a\nx\ny\u0000\n")).toEqual([[3, expect.stringContaining("not UTF-8")]]);
  });

  test("names every row of another width than the header, and keeps the others", () => {
    const text = "a,b\n1\n2,3\n4,5,6\n";
    expect(problems(text)).toEqual([
      [2, "This row has 1 cells, the header 2."],
      [4, "This row has 3 cells, the header 2."],
    ]);
    expect(read(text).rows).toHaveLength(1);
  });
});
