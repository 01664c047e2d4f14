/** A statement whose single value is the answer as JSON text. */
export interface Statement {
  readonly text: string;
  readonly values: readonly string[];
}

// An array of ids is looked up in the order of the index: no join, no sort, and it stops where it is told to.
const THEMES = (columns: string): string => `(SELECT COALESCE(json_agg(t), '[]') FROM (SELECT ${columns}
  FROM theme WHERE theme.id = ANY(ARRAY(SELECT theme_id FROM theme_assignment WHERE measure_id = m.id))) AS t)`;

const LEVEL = (inner: string, parent: string, name: string): string => `(SELECT COALESCE(json_agg(c), '[]') FROM (
  SELECT ${name}.key, ${name}.title, ${inner} FROM theme AS ${name} WHERE ${name}.parent_id = ${parent}.id) AS c) AS children`;

const FIRST_MEASURES = `(SELECT COALESCE(json_agg(f), '[]') FROM (SELECT m.key, m.title FROM measure AS m
  WHERE m.id = ANY(ARRAY(SELECT measure_id FROM theme_assignment WHERE theme_id = l4.id)) ORDER BY m.id LIMIT 5) AS f) AS measures`;

/** `cost_eur <=` says nothing new, but lets the index begin at the cursor, which is the cost and the id of the last row. */
const BEHIND = "AND cost_eur <= $3::numeric AND (cost_eur < $3::numeric OR id > $4::uuid)";

/** All rows are, and the index of these lists begins with it: whoever shows measures to everybody asks so. */
const SEEN = "publication = 'PUBLISHED' AND visibility = 'PUBLIC'";

const page = (count: string, behind: string): string => `SELECT json_build_object('page', json_build_object(${count}
  'nodes', COALESCE(array_to_json(p.rows[1:20]), '[]'), 'pageInfo', json_build_object(
    'hasNextPage', COALESCE(cardinality(p.rows), 0) > 20, 'endCursor', p.cursors[least(20, cardinality(p.rows))])))::text
  FROM (SELECT array_agg(row_to_json(shown)) AS rows, array_agg(x."costEur" || '/' || x.id) AS cursors FROM (
    SELECT key, title, status, cost_eur::text AS "costEur", ends_on AS "endsOn", id FROM measure
    WHERE status = $1::measure_status AND ${SEEN} AND cost_eur >= $2::numeric ${behind} ORDER BY cost_eur DESC, id LIMIT 21) AS x,
    LATERAL (SELECT x.key, x.title, x.status, x."costEur", x."endsOn") AS shown) AS p`;

const COUNT = `'totalCount', (SELECT count(*) FROM measure WHERE status = $1::measure_status AND ${SEEN} AND cost_eur >= $2::numeric),`;

const GROUP_ROWS = `json_build_object('groups', COALESCE(json_agg(row_to_json(g)), '[]'))::text`;

/** The statements by hand, one per question: as fast as this database can be asked, with nothing in front of it. */
export const statements: Readonly<Record<string, Statement>> = {
  Q1: {
    values: ["key"],
    text: `SELECT row_to_json(o)::text FROM (SELECT (SELECT row_to_json(n) FROM (
      SELECT m.key, m.title, m.status, m.starts_on AS "startsOn", m.ends_on AS "endsOn", m.cost_eur::text AS "costEur",
        (SELECT row_to_json(p) FROM (SELECT key, title FROM planning_process WHERE id = m.process_id) AS p) AS process,
        (SELECT COALESCE(json_agg(d), '[]') FROM (SELECT d.key, d.name FROM department AS d
          WHERE d.id = ANY(ARRAY(SELECT department_id FROM responsibility WHERE measure_id = m.id AND role::text = 'LEAD'))) AS d) AS "leadDepartments",
        ${THEMES("theme.key, theme.title")} AS themes
      FROM measure AS m WHERE m.key = $1) AS n) AS measure) AS o`,
  },
  Q2: {
    values: [],
    text: `SELECT json_build_object('measures', json_agg(n))::text FROM (
      SELECT m.key, m.title, m.status, m.cost_eur::text AS "costEur",
        (SELECT row_to_json(p) FROM (SELECT p.key, p.title, (SELECT row_to_json(d) FROM (
          SELECT key, name FROM department WHERE id = p.lead_department_id) AS d) AS "leadDepartment"
          FROM planning_process AS p WHERE p.id = m.process_id) AS p) AS process,
        ${THEMES(`theme.key, theme.title,
          (SELECT row_to_json(up) FROM (SELECT key, title FROM theme AS up WHERE up.id = theme.parent_id) AS up) AS parent`)} AS themes,
        (SELECT COALESCE(json_agg(g), '[]') FROM (SELECT g.amount_eur::text AS "amountEur", g.stage, g.year,
          (SELECT row_to_json(f) FROM (SELECT key, title FROM funding_programme WHERE id = g.programme_id) AS f) AS programme
          FROM funding_grant AS g WHERE g.measure_id = m.id) AS g) AS grants
      FROM measure AS m ORDER BY m.id LIMIT 50) AS n`,
  },
  Q3: {
    values: ["key"],
    text: `SELECT row_to_json(o)::text FROM (SELECT (SELECT row_to_json(r) FROM (SELECT l1.key, l1.title,
      ${LEVEL(LEVEL(LEVEL(FIRST_MEASURES, "l3", "l4"), "l2", "l3"), "l1", "l2")}
      FROM theme AS l1 WHERE l1.key = $1) AS r) AS theme) AS o`,
  },
  Q4: { values: ["status", "least"], text: page(COUNT, "") },
  "Q4 after": { values: ["status", "least", "cost", "id"], text: page(COUNT, BEHIND) },
  Q4b: { values: ["status", "least"], text: page("", "") },
  "Q4b after": { values: ["status", "least", "cost", "id"], text: page("", BEHIND) },
  Q5: {
    values: [],
    text: `SELECT ${GROUP_ROWS} FROM (
      SELECT t.key AS theme, d.key AS "leadDepartment", g.status, g.count, g.sum::text AS "sumCostEur" FROM (
        SELECT a.theme_id, r.department_id, m.status, count(*) AS count, sum(m.cost_eur) AS sum FROM measure AS m
        LEFT JOIN theme_assignment AS a ON a.measure_id = m.id
        LEFT JOIN responsibility AS r ON r.measure_id = m.id AND r.role::text = 'LEAD'
        GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3 LIMIT 500) AS g
      LEFT JOIN theme AS t ON t.id = g.theme_id LEFT JOIN department AS d ON d.id = g.department_id
      ORDER BY g.count DESC, g.theme_id, g.department_id, g.status) AS g`,
  },
  Q8: {
    values: ["key"],
    text: `SELECT ${GROUP_ROWS} FROM (
      SELECT d.key AS "leadDepartment", g.status, g.year AS "startsOnYear", g.count, g.sum::text AS "sumCostEur" FROM (
        SELECT r.department_id, m.status, left(m.starts_on, 4) AS year, count(*) AS count, sum(m.cost_eur) AS sum
        FROM theme JOIN theme_assignment AS a ON a.theme_id = theme.id JOIN measure AS m ON m.id = a.measure_id
        LEFT JOIN responsibility AS r ON r.measure_id = m.id AND r.role::text = 'LEAD'
        WHERE theme.key = $1 GROUP BY 1, 2, 3) AS g
      LEFT JOIN department AS d ON d.id = g.department_id ORDER BY g.department_id, g.status, g.year) AS g`,
  },
  // Three thousand rows: each theme's text once, and hash joins instead of three thousand look-ups.
  Q6: {
    values: ["first"],
    text: `WITH page AS MATERIALIZED (SELECT id, key, title, status, cost_eur::text AS "costEur" FROM measure ORDER BY id LIMIT $1::int),
      shown AS MATERIALIZED (SELECT id, row_to_json(t)::text AS json FROM theme, LATERAL (SELECT theme.key, theme.title) AS t
        WHERE id = ANY(ARRAY(SELECT theme_id FROM theme_assignment WHERE measure_id = ANY(ARRAY(SELECT id FROM page))))),
      linked AS MATERIALIZED (SELECT a.measure_id, ('[' || string_agg(shown.json, ',') || ']')::json AS themes
        FROM theme_assignment AS a JOIN shown ON shown.id = a.theme_id WHERE a.measure_id = ANY(ARRAY(SELECT id FROM page)) GROUP BY 1)
      SELECT '{"measures":[' || string_agg(row_to_json(n)::text, ',') || ']}' FROM (
        SELECT page.key, page.title, page.status, page."costEur", COALESCE(linked.themes, '[]') AS themes
        FROM page LEFT JOIN linked ON linked.measure_id = page.id ORDER BY page.id) AS n`,
  },
  // Written for one word: then its parts are found by the index too.
  search: {
    values: ["text"],
    text: `SELECT json_build_object('search', json_build_object('hits', COALESCE(json_agg(shown), '[]')))::text FROM (
      SELECT d.node_id, d.title || ' ' || d.body AS text, q.words, round((ts_rank(d.document, q.words)
          + GREATEST(word_similarity(q.folded, d.folded_title), word_similarity(q.umlauts, d.folded_title))
          + GREATEST(similarity(q.folded, d.folded_title), similarity(q.umlauts, d.folded_title))
          + CASE WHEN NOT starts_with(lower(d.title), q.marked) THEN 0
              WHEN starts_with(d.folded_title || ' ', q.folded || ' ') OR starts_with(d.folded_title || ' ', q.umlauts || ' ') THEN 1
              WHEN starts_with(d.folded_title, q.folded) OR starts_with(d.folded_title, q.umlauts) THEN 0.5 ELSE 0 END
          + CASE WHEN strpos(lower(d.title), q.marked) > 0 THEN 0.5 ELSE 0 END)::numeric, 4)::float8 AS score
      FROM (SELECT search_query($1) AS words, fold_marks($1) AS folded, NULLIF(lower($1), fold_marks($1)) AS marked,
        NULLIF(regexp_replace(fold_marks($1), '([aou])e', '\\1', 'g'), fold_marks($1)) AS umlauts) AS q, search_document AS d
      WHERE d.kind = 'Measure' AND (d.document @@ (SELECT search_query($1)) OR d.folded LIKE (SELECT '%' || fold_marks($1) || '%')
        OR d.folded_title %> (SELECT fold_marks($1))) ORDER BY score DESC, d.node_id LIMIT 20) AS h,
      LATERAL (SELECT (SELECT row_to_json(m) FROM (SELECT key, title FROM measure WHERE id = h.node_id) AS m) AS node,
        ts_headline('public.stadtgraph', replace(replace(replace(h.text, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), h.words,
          'StartSel=<mark>, StopSel=</mark>, MaxWords=30, MinWords=12') AS snippet) AS shown`,
  },
};

/** The export goes through the table by its key, this many rows a time: their text, and the last id. */
export const EXPORT = {
  rows: 1000,
  text: `SELECT string_agg(row_to_json(shown)::text, ','), (array_agg(m.id))[count(*)]
    FROM (SELECT * FROM measure WHERE id > $1 ORDER BY id LIMIT $2::int) AS m, LATERAL (SELECT m.key, m.title, m.code, m.status,
      m.starts_on AS "startsOn", m.ends_on AS "endsOn", m.cost_eur::text AS "costEur", m.description) AS shown`,
};
