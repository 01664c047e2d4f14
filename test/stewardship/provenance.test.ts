import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { loadFiles, loadGera } from "./loading.js";

let world: TestGraph;
beforeAll(async () => {
  world = await testGraph();
  await loadGera(world);
});
afterAll(() => world.close());

describe("what a row rests on", () => {
  test("is listed in the order of the file, for the row and for what follows from it", async () => {
    const { data } = await world.ask(`{ department(key: "jugendhaus-gera") { sources { key url } }
      decision: councilDecision(key: "iek-bieblach--beschluss") { sources { url } decidedOn body { key } number }
      programme: fundingProgramme(key: "lsz") { funder { key kind sources { key } } sources { key } } }`);
    expect(data.department.sources.map(({ url }: { url: string }) => new URL(url).hostname)).toEqual([
      "ak.sbbs-technik.de",
      "www.gera.digital",
      "www.studiogera.de",
    ]);
    expect(data.decision).toMatchObject({ decidedOn: "2009-05-28", body: { key: "stadtrat-gera" }, number: "26/2009" });
    expect(data.decision.sources).toHaveLength(2);
    expect(data.programme.sources).toEqual([{ key: "seed-10-jahre-iksp" }]);
    expect(data.programme.funder).toMatchObject({ key: "freistaat-thueringen", kind: "FUNDER" });
    expect(data.programme.funder.sources.length).toBeGreaterThan(5);
  });

  test("is no source where an editor inferred it", async () => {
    const { data } = await world.ask(`{ measure(key: "bildungscampus-lusan") { statements { attribute } } }`);
    expect(data.measure.statements.map(({ attribute }: { attribute: string }) => attribute)).toEqual(
      expect.arrayContaining(["leadDepartments", "participatingDepartments"]),
    );
    const inferred =
      await world.ask(`{ responsibility(key: "bildungscampus-lusan--lead--amt-fuer-bildung") { basis sources { url } }
      stated: responsibility(key: "service-generationen--participating--service-generationen") { basis sources { key } } }`);
    expect(inferred.data.responsibility).toEqual({ basis: "EDITORIAL", sources: [] });
    expect(inferred.data.stated.basis).toBe("SOURCE");
    expect(inferred.data.stated.sources[0]).toEqual({ key: "seed-10-jahre-iksp" });
  });

  test("a link between plans that a source states stays stated, though an editor lists it as well", async () => {
    const { data } =
      await world.ask(`{ stated: processLink(key: "sozialplan-2024-2028--continues--sozialplan-2018-2023") { basis sources { url } }
      inferred: processLink(key: "fnp-2045--continues--fnp-2020") { basis sources { url } } }`);
    expect(data.stated.basis).toBe("SOURCE");
    expect(data.inferred).toEqual({ basis: "EDITORIAL", sources: [] });
  });
});

test("contradictions are read on the node, the preferred value first", async () => {
  const { data } = await world.ask(`{ planningProcess(key: "sozialplan-2018-2023") { periodEnd
    conflicts { attribute statements { value rank source { key } } } } }`);
  expect(data.planningProcess.periodEnd).toBe("2023");
  expect(data.planningProcess.conflicts).toContainEqual({
    attribute: "periodEnd",
    statements: [
      { value: "2023", rank: "PREFERRED", source: { key: "seed-10-jahre-iksp" } },
      { value: "2024", rank: "NORMAL", source: { key: "seed-10-jahre-iksp" } },
    ],
  });
});

test("every statement says what its preferred value says of the attribute itself", async () => {
  const { data } =
    await world.ask(`{ statements(first: 500, where: { rank: { eq: PREFERRED }, attribute: { isNull: false } }) {
    nodes { attribute value subject { __typename id } } } }`);
  const wrong = await Promise.all(
    data.statements.nodes.map(async ({ attribute, value, subject }: Preferred) => {
      const path = attribute === "leadDepartment" ? "leadDepartment { key }" : attribute;
      const answer = await world.ask(
        `query ($id: ID!) { node(id: $id) { ... on ${subject.__typename} { value: ${path} } } }`,
        { id: subject.id },
      );
      const found = answer.data.node.value;
      return String(found?.key ?? found) === value
        ? []
        : [`${subject.__typename} ${attribute}: ${value} ≠ ${JSON.stringify(found)}`];
    }),
  );
  expect(wrong.flat()).toEqual([]);
  expect(wrong.length).toBeGreaterThan(60);
});

interface Preferred {
  readonly attribute: string;
  readonly value: string;
  readonly subject: { readonly __typename: string; readonly id: string };
}

test("a source that no file lists is made from its address, once for all who cite it", async () => {
  const own = await testGraph();
  const row = (key: string) => `${key},${key},ORTSTEIL,,,,,,,,https://www.Beispiel.de/seite?id=1`;
  const header = "key,name,kind,code,parent_key,population,population_as_of,area_ha,note,editorial_fields,source_url";
  const files = { "districts.csv": [header, row("a"), row("b")].join("\n") };
  await loadFiles(own, files);
  const again = await loadFiles(own, files);

  expect(again.kinds.map(({ kind, unchanged }) => [kind, unchanged])).toEqual([
    ["SpatialUnit", 2],
    ["Statement", 2],
  ]);
  const { data } = await own.ask(
    `{ sources { nodes { title url supportedStatements { nodes { position rank subjectKind } } } } }`,
  );
  expect(data.sources.nodes).toEqual([
    {
      title: "beispiel.de",
      url: "https://www.Beispiel.de/seite?id=1",
      supportedStatements: {
        nodes: Array.from({ length: 2 }, () => ({ position: 0, rank: "PREFERRED", subjectKind: "SpatialUnit" })),
      },
    },
  ]);
  await own.close();
});
