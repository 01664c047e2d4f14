SELECT row_to_json("@")::text AS data
FROM
  (SELECT
    (SELECT row_to_json("@")
    FROM
      (SELECT t1."title" AS "title",t1."period_end" AS "periodEnd",
        (SELECT COALESCE(json_agg("@"), '[]'::json)
        FROM
          (SELECT t4.value->'attribute' AS "attribute",
            (SELECT COALESCE(json_agg("@"), '[]'::json)
            FROM
              (SELECT t5.value->'value' AS "value",t5.value->'rank' AS "rank",t5.value->'reason' AS "reason",CASE json_typeof(t5.value->'source') WHEN 'object' THEN
                (SELECT row_to_json("@")
                FROM
                  (SELECT t5.value->'source'->'label' AS "label",t5.value->'source'->'locator' AS "locator") AS "@") END AS "source"
              FROM json_array_elements(t4.value->'statements') AS t5) AS "@") AS "statements"
          FROM json_array_elements(COALESCE(
                (SELECT json_agg(json_build_object('attribute', c.attribute, 'statements', c.statements)
                  ORDER BY c.attribute COLLATE "C")
                FROM
                  (SELECT t2."attribute" AS attribute, json_agg(json_build_object('attribute', t2."attribute", 'value', t2."value", 'rank', t2."rank", 'basis', t2."basis", 'reason', t2."reason", 'locator', t2."locator", 'source', CASE WHEN t3."id" IS NOT NULL THEN json_build_object('key', t3."key", 'label', t3."title", 'url', t3."url", 'publisher', t3."publisher", 'locator', t2."locator") END)
                    ORDER BY t2."rank", t2."position", t2."id") AS statements
                  FROM
                    (SELECT v.*
                    FROM "statement" AS v
                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND NOT EXISTS
                      (SELECT 1
                      FROM node AS n
                      WHERE n.id = v.subject_id AND (n.kind, v.attribute) IN (($1, $2),($3, $4),($5, $6)))) AS t2
                  LEFT JOIN
                    (SELECT v.*
                    FROM "source" AS v
                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t3 ON t3."id" = t2."source_id"
                  WHERE t2."subject_id" = t1."id" AND t2."attribute" IS NOT NULL
                  GROUP BY t2."attribute"
                  HAVING count(DISTINCT t2."value") > 1) AS c), '[]'::json)) AS t4) AS "@") AS "conflicts",
        (SELECT row_to_json("@")
        FROM
          (SELECT
            (SELECT count(*)
            FROM
              (SELECT v.*
              FROM "council_decision" AS v
              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t6
            WHERE t6."process_id" = t1."id" AND TRUE) AS "totalCount",COALESCE(json_agg("@"), '[]'::json) AS "nodes"
          FROM
            (SELECT t6."decided_on" AS "decidedOn",
              (SELECT COALESCE(json_agg("@"), '[]'::json)
              FROM
                (SELECT t9.value->'attribute' AS "attribute",
                  (SELECT COALESCE(json_agg("@"), '[]'::json)
                  FROM
                    (SELECT t10.value->'value' AS "value",t10.value->'rank' AS "rank"
                    FROM json_array_elements(t9.value->'statements') AS t10) AS "@") AS "statements"
                FROM json_array_elements(COALESCE(
                      (SELECT json_agg(json_build_object('attribute', c.attribute, 'statements', c.statements)
                        ORDER BY c.attribute COLLATE "C")
                      FROM
                        (SELECT t7."attribute" AS attribute, json_agg(json_build_object('attribute', t7."attribute", 'value', t7."value", 'rank', t7."rank", 'basis', t7."basis", 'reason', t7."reason", 'locator', t7."locator", 'source', CASE WHEN t8."id" IS NOT NULL THEN json_build_object('key', t8."key", 'label', t8."title", 'url', t8."url", 'publisher', t8."publisher", 'locator', t7."locator") END)
                          ORDER BY t7."rank", t7."position", t7."id") AS statements
                        FROM
                          (SELECT v.*
                          FROM "statement" AS v
                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND NOT EXISTS
                            (SELECT 1
                            FROM node AS n
                            WHERE n.id = v.subject_id AND (n.kind, v.attribute) IN (($7, $8),($9, $10),($11, $12)))) AS t7
                        LEFT JOIN
                          (SELECT v.*
                          FROM "source" AS v
                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t8 ON t8."id" = t7."source_id"
                        WHERE t7."subject_id" = t6."id" AND t7."attribute" IS NOT NULL
                        GROUP BY t7."attribute"
                        HAVING count(DISTINCT t7."value") > 1) AS c), '[]'::json)) AS t9) AS "@") AS "conflicts"
            FROM
              (SELECT t6."process_id",t6."id",t6."decided_on"
              FROM
                (SELECT v.*
                FROM "council_decision" AS v
                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t6
              WHERE t6."process_id" = t1."id" AND TRUE
              ORDER BY t6."id"
              LIMIT 50) AS t6) AS "@") AS "@") AS "decisions"
      FROM
        (SELECT v.*
        FROM "planning_process" AS v
        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t1
      WHERE t1."key" = $13) AS "@") AS "planningProcess") AS "@"
