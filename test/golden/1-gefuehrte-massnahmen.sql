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
                  (SELECT t7.json AS "theme",t4."basis"::text AS "basis"
                  FROM
                    (SELECT t4."measure_id",t4."id",t4."theme_id",t4."basis"
                    FROM
                      (SELECT v.*
                      FROM "theme_assignment" AS v
                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (v."theme_id" IS NULL OR EXISTS
                          (SELECT 1
                          FROM
                            (SELECT v.*
                            FROM "theme" AS v
                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t8
                          WHERE t8.id = v."theme_id" OFFSET 0)) AND (v."goal_id" IS NULL OR EXISTS
                          (SELECT 1
                          FROM
                            (SELECT v.*
                            FROM "goal" AS v
                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t9
                          WHERE t9.id = v."goal_id" OFFSET 0))) AS t4
                    WHERE t4."measure_id" = t2."id" AND (EXISTS
                        (SELECT 1
                        FROM
                          (SELECT v.*
                          FROM "theme" AS v
                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t5
                        WHERE t5."id" = t4."theme_id" AND (TRUE)))
                    ORDER BY t4."id"
                    LIMIT 50) AS t4
                  LEFT JOIN LATERAL
                    (SELECT row_to_json("@") AS json
                    FROM
                      (SELECT t6."title" AS "title"
                      FROM
                        (SELECT v.*
                        FROM "theme" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t6
                      WHERE t6."id" = t4."theme_id") AS "@" OFFSET 0) AS t7 ON TRUE) AS "@") AS "@") AS "themeAssignments",
              (SELECT row_to_json("@")
              FROM
                (SELECT COALESCE(json_agg("@"), '[]'::json) AS "nodes"
                FROM
                  (SELECT t12.json AS "programme",t10."stage"::text AS "stage",t10."amount_eur"::text AS "amountEur",
                    (SELECT COALESCE(json_agg("@"), '[]'::json)
                    FROM
                      (SELECT t15.value->'label' AS "label"
                      FROM json_array_elements(COALESCE(
                            (SELECT json_agg(json_build_object('key', t14."key", 'label', t14."title", 'url', t14."url", 'publisher', t14."publisher", 'locator', t13."locator")
                              ORDER BY t13."position", t13."id")
                            FROM
                              (SELECT v.*
                              FROM "statement" AS v
                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND NOT EXISTS
                                (SELECT 1
                                FROM node AS n
                                WHERE n.id = v.subject_id AND (n.kind, v.attribute) IN (($2, $3),($4, $5),($6, $7)))) AS t13
                            LEFT JOIN
                              (SELECT v.*
                              FROM "source" AS v
                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t14 ON t14."id" = t13."source_id"
                            WHERE t13."subject_id" = t10."id" AND t13."attribute" IS NULL AND t14."id" IS NOT NULL), '[]'::json)) AS t15) AS "@") AS "sources"
                  FROM
                    (SELECT t10."measure_id",t10."id",t10."programme_id",t10."stage",t10."amount_eur"
                    FROM
                      (SELECT v.*
                      FROM "funding_grant" AS v
                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                          (SELECT 1
                          FROM
                            (SELECT v.*
                            FROM "funding_programme" AS v
                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t16
                          WHERE t16.id = v."programme_id" OFFSET 0))) AS t10
                    WHERE t10."measure_id" = t2."id" AND TRUE
                    ORDER BY t10."id"
                    LIMIT 50) AS t10
                  LEFT JOIN LATERAL
                    (SELECT row_to_json("@") AS json
                    FROM
                      (SELECT t11."title" AS "title"
                      FROM
                        (SELECT v.*
                        FROM "funding_programme" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t11
                      WHERE t11."id" = t10."programme_id") AS "@" OFFSET 0) AS t12 ON TRUE) AS "@") AS "@") AS "grants",
              (SELECT COALESCE(json_agg("@"), '[]'::json)
              FROM
                (SELECT t19.value->'attribute' AS "attribute",t19.value->'value' AS "value",t19.value->'basis' AS "basis",CASE json_typeof(t19.value->'source') WHEN 'object' THEN
                  (SELECT row_to_json("@")
                  FROM
                    (SELECT t19.value->'source'->'label' AS "label") AS "@") END AS "source"
                FROM json_array_elements(COALESCE(
                      (SELECT json_agg(json_build_object('attribute', t17."attribute", 'value', t17."value", 'rank', t17."rank", 'basis', t17."basis", 'reason', t17."reason", 'locator', t17."locator", 'source', CASE WHEN t18."id" IS NOT NULL THEN json_build_object('key', t18."key", 'label', t18."title", 'url', t18."url", 'publisher', t18."publisher", 'locator', t17."locator") END)
                        ORDER BY t17."attribute" COLLATE "C", t17."rank", t17."position", t17."id")
                      FROM
                        (SELECT v.*
                        FROM "statement" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND NOT EXISTS
                          (SELECT 1
                          FROM node AS n
                          WHERE n.id = v.subject_id AND (n.kind, v.attribute) IN (($8, $9),($10, $11),($12, $13)))) AS t17
                      LEFT JOIN
                        (SELECT v.*
                        FROM "source" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t18 ON t18."id" = t17."source_id"
                      WHERE t17."subject_id" = t2."id" AND t17."attribute" IS NOT NULL), '[]'::json)) AS t19) AS "@") AS "statements",
              (SELECT COALESCE(json_agg("@"), '[]'::json)
              FROM
                (SELECT t22.value->'label' AS "label",t22.value->'url' AS "url"
                FROM json_array_elements(COALESCE(
                      (SELECT json_agg(json_build_object('key', t21."key", 'label', t21."title", 'url', t21."url", 'publisher', t21."publisher", 'locator', t20."locator")
                        ORDER BY t20."position", t20."id")
                      FROM
                        (SELECT v.*
                        FROM "statement" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND NOT EXISTS
                          (SELECT 1
                          FROM node AS n
                          WHERE n.id = v.subject_id AND (n.kind, v.attribute) IN (($14, $15),($16, $17),($18, $19)))) AS t20
                      LEFT JOIN
                        (SELECT v.*
                        FROM "source" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t21 ON t21."id" = t20."source_id"
                      WHERE t20."subject_id" = t2."id" AND t20."attribute" IS NULL AND t21."id" IS NOT NULL), '[]'::json)) AS t22) AS "@") AS "sources"
            FROM
              (SELECT t2."id",t2."title",t2."status"
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
