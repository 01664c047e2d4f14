SELECT row_to_json("@")::text AS data
FROM
  (SELECT
    (SELECT row_to_json("@")
    FROM
      (SELECT t1."name" AS "name",
        (SELECT row_to_json("@")
        FROM
          (SELECT
            (SELECT count(*)
            FROM
              (SELECT v.*
              FROM "measure" AS v
              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t2
            WHERE t2."id" = ANY(ARRAY
                (SELECT t3."measure_id"
                FROM
                  (SELECT v.*
                  FROM "responsibility" AS v
                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t3
                WHERE t3."department_id" = t1."id" AND ((t3."role" = $1::"responsibility_role")))) AND TRUE) AS "totalCount",COALESCE(json_agg("@"), '[]'::json) AS "nodes"
          FROM
            (SELECT t2."title" AS "title",t2."status"::text AS "status",
              (SELECT row_to_json("@")
              FROM
                (SELECT COALESCE(json_agg("@"), '[]'::json) AS "nodes"
                FROM
                  (SELECT
                    (SELECT row_to_json("@")
                    FROM
                      (SELECT t6."title" AS "title"
                      FROM
                        (SELECT v.*
                        FROM "theme" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t6
                      WHERE t6."id" = t4."theme_id") AS "@") AS "theme",t4."basis"::text AS "basis"
                  FROM
                    (SELECT t4.*
                    FROM
                      (SELECT v.*
                      FROM "theme_assignment" AS v
                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (v."theme_id" IS NULL OR EXISTS
                          (SELECT 1
                          FROM
                            (SELECT v.*
                            FROM "theme" AS v
                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t7
                          WHERE t7.id = v."theme_id" OFFSET 0)) AND (v."goal_id" IS NULL OR EXISTS
                          (SELECT 1
                          FROM
                            (SELECT v.*
                            FROM "goal" AS v
                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t8
                          WHERE t8.id = v."goal_id" OFFSET 0))) AS t4
                    WHERE t4."measure_id" = t2."id" AND (EXISTS
                        (SELECT 1
                        FROM
                          (SELECT v.*
                          FROM "theme" AS v
                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t5
                        WHERE t5."id" = t4."theme_id" AND (TRUE)))
                    ORDER BY t4."id"
                    LIMIT 50) AS t4) AS "@") AS "@") AS "themeAssignments",
              (SELECT row_to_json("@")
              FROM
                (SELECT COALESCE(json_agg("@"), '[]'::json) AS "nodes"
                FROM
                  (SELECT
                    (SELECT row_to_json("@")
                    FROM
                      (SELECT t10."title" AS "title"
                      FROM
                        (SELECT v.*
                        FROM "funding_programme" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t10
                      WHERE t10."id" = t9."programme_id") AS "@") AS "programme",t9."stage"::text AS "stage",t9."amount_eur"::text AS "amountEur",
                    (SELECT COALESCE(json_agg("@"), '[]'::json)
                    FROM
                      (SELECT t13.value->'label' AS "label"
                      FROM json_array_elements(COALESCE(
                            (SELECT json_agg(json_build_object('key', t12."key", 'label', t12."title", 'url', t12."url", 'publisher', t12."publisher", 'locator', t11."locator")
                              ORDER BY t11."position", t11."id")
                            FROM
                              (SELECT v.*
                              FROM "statement" AS v
                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND NOT EXISTS
                                (SELECT 1
                                FROM node AS n
                                WHERE n.id = v.subject_id AND (n.kind, v.attribute) IN (($2, $3),($4, $5),($6, $7)))) AS t11
                            LEFT JOIN
                              (SELECT v.*
                              FROM "source" AS v
                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t12 ON t12."id" = t11."source_id"
                            WHERE t11."subject_id" = t9."id" AND t11."attribute" IS NULL AND t12."id" IS NOT NULL), '[]'::json)) AS t13) AS "@") AS "sources"
                  FROM
                    (SELECT t9.*
                    FROM
                      (SELECT v.*
                      FROM "funding_grant" AS v
                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                          (SELECT 1
                          FROM
                            (SELECT v.*
                            FROM "funding_programme" AS v
                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t14
                          WHERE t14.id = v."programme_id" OFFSET 0))) AS t9
                    WHERE t9."measure_id" = t2."id" AND TRUE
                    ORDER BY t9."id"
                    LIMIT 50) AS t9) AS "@") AS "@") AS "grants",
              (SELECT COALESCE(json_agg("@"), '[]'::json)
              FROM
                (SELECT t17.value->'attribute' AS "attribute",t17.value->'value' AS "value",t17.value->'basis' AS "basis",CASE json_typeof(t17.value->'source') WHEN 'object' THEN
                  (SELECT row_to_json("@")
                  FROM
                    (SELECT t17.value->'source'->'label' AS "label") AS "@") END AS "source"
                FROM json_array_elements(COALESCE(
                      (SELECT json_agg(json_build_object('attribute', t15."attribute", 'value', t15."value", 'rank', t15."rank", 'basis', t15."basis", 'reason', t15."reason", 'locator', t15."locator", 'source', CASE WHEN t16."id" IS NOT NULL THEN json_build_object('key', t16."key", 'label', t16."title", 'url', t16."url", 'publisher', t16."publisher", 'locator', t15."locator") END)
                        ORDER BY t15."attribute" COLLATE "C", t15."rank", t15."position", t15."id")
                      FROM
                        (SELECT v.*
                        FROM "statement" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND NOT EXISTS
                          (SELECT 1
                          FROM node AS n
                          WHERE n.id = v.subject_id AND (n.kind, v.attribute) IN (($8, $9),($10, $11),($12, $13)))) AS t15
                      LEFT JOIN
                        (SELECT v.*
                        FROM "source" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t16 ON t16."id" = t15."source_id"
                      WHERE t15."subject_id" = t2."id" AND t15."attribute" IS NOT NULL), '[]'::json)) AS t17) AS "@") AS "statements",
              (SELECT COALESCE(json_agg("@"), '[]'::json)
              FROM
                (SELECT t20.value->'label' AS "label",t20.value->'url' AS "url"
                FROM json_array_elements(COALESCE(
                      (SELECT json_agg(json_build_object('key', t19."key", 'label', t19."title", 'url', t19."url", 'publisher', t19."publisher", 'locator', t18."locator")
                        ORDER BY t18."position", t18."id")
                      FROM
                        (SELECT v.*
                        FROM "statement" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND NOT EXISTS
                          (SELECT 1
                          FROM node AS n
                          WHERE n.id = v.subject_id AND (n.kind, v.attribute) IN (($14, $15),($16, $17),($18, $19)))) AS t18
                      LEFT JOIN
                        (SELECT v.*
                        FROM "source" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t19 ON t19."id" = t18."source_id"
                      WHERE t18."subject_id" = t2."id" AND t18."attribute" IS NULL AND t19."id" IS NOT NULL), '[]'::json)) AS t20) AS "@") AS "sources"
            FROM
              (SELECT t2.*
              FROM
                (SELECT v.*
                FROM "measure" AS v
                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t2
              WHERE t2."id" = ANY(ARRAY
                  (SELECT t3."measure_id"
                  FROM
                    (SELECT v.*
                    FROM "responsibility" AS v
                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t3
                  WHERE t3."department_id" = t1."id" AND ((t3."role" = $20::"responsibility_role")))) AND TRUE
              ORDER BY t2."id"
              LIMIT 50) AS t2) AS "@") AS "@") AS "ledMeasures"
      FROM
        (SELECT v.*
        FROM "department" AS v
        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t1
      WHERE t1."key" = $21) AS "@") AS "department") AS "@"
