SELECT row_to_json("@")::text AS data
FROM
  (SELECT
    (SELECT row_to_json("@")
    FROM
      (SELECT
        (SELECT count(*)
        FROM
          (SELECT v.*
          FROM "measure" AS v
          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t1
        WHERE ((EXISTS
              (SELECT 1
              FROM
                (SELECT v.*
                FROM "spatial_unit" AS v
                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t2
              WHERE t2."id" IN
                (SELECT p."spatial_units_id"
                FROM "measure_spatial_units" AS p
                WHERE p."measure_id" = t1."id") AND (((((t2."key" = $1::text))) OR ((EXISTS
                        (SELECT 1
                        FROM
                          (SELECT v.*
                          FROM "spatial_unit" AS v
                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t3
                        WHERE t3."id" = t2."parent_id" AND (((t3."key" = $2::text))))))))))) AND (((
                (SELECT count(*)
                FROM
                  (SELECT v.*
                  FROM "funding_grant" AS v
                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                      (SELECT 1
                      FROM
                        (SELECT v.*
                        FROM "funding_programme" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t5
                      WHERE t5.id = v."programme_id"))) AS t4
                WHERE t4."measure_id" = t1."id" AND (TRUE)) >= $3::bigint)))) AS "totalCount",COALESCE(array_to_json(page.c0[1:3]), '[]'::json) AS "nodes",
        (SELECT row_to_json("@")
        FROM
          (SELECT page.read > 3 AS "hasNextPage",CASE WHEN LEAST(page.read, 3) > 0 THEN rtrim(translate(encode(convert_to(json_build_array('STARTS_ON DESC LAST'::text, (page.k0[LEAST(page.read, 3)])::text,(page.k1[LEAST(page.read, 3)])::text)::text, 'UTF8'), 'base64'), E'+/ ', '-_'), '=') END AS "endCursor") AS "@") AS "pageInfo"
      FROM
        (SELECT array_agg(row_to_json(t10)) AS c0,count(*) AS read,array_agg(t1."starts_on") AS k0,array_agg(t1."id") AS k1
        FROM (
            (SELECT t1."starts_on",t1."id",t1."title",t1."status",t1."cost_eur"
            FROM
              (SELECT v.*
              FROM "measure" AS v
              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t1
            WHERE ((EXISTS
                  (SELECT 1
                  FROM
                    (SELECT v.*
                    FROM "spatial_unit" AS v
                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t2
                  WHERE t2."id" IN
                    (SELECT p."spatial_units_id"
                    FROM "measure_spatial_units" AS p
                    WHERE p."measure_id" = t1."id") AND (((((t2."key" = $4::text))) OR ((EXISTS
                            (SELECT 1
                            FROM
                              (SELECT v.*
                              FROM "spatial_unit" AS v
                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t3
                            WHERE t3."id" = t2."parent_id" AND (((t3."key" = $5::text))))))))))) AND (((
                    (SELECT count(*)
                    FROM
                      (SELECT v.*
                      FROM "funding_grant" AS v
                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                          (SELECT 1
                          FROM
                            (SELECT v.*
                            FROM "funding_programme" AS v
                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t5
                          WHERE t5.id = v."programme_id"))) AS t4
                    WHERE t4."measure_id" = t1."id" AND (TRUE)) >= $6::bigint))) AND t1."starts_on" IS NOT NULL
            ORDER BY t1."starts_on" DESC,t1."id"
            LIMIT 4) UNION ALL
            (SELECT t1."starts_on",t1."id",t1."title",t1."status",t1."cost_eur"
            FROM
              (SELECT v.*
              FROM "measure" AS v
              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t1
            WHERE ((EXISTS
                  (SELECT 1
                  FROM
                    (SELECT v.*
                    FROM "spatial_unit" AS v
                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t2
                  WHERE t2."id" IN
                    (SELECT p."spatial_units_id"
                    FROM "measure_spatial_units" AS p
                    WHERE p."measure_id" = t1."id") AND (((((t2."key" = $7::text))) OR ((EXISTS
                            (SELECT 1
                            FROM
                              (SELECT v.*
                              FROM "spatial_unit" AS v
                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t3
                            WHERE t3."id" = t2."parent_id" AND (((t3."key" = $8::text))))))))))) AND (((
                    (SELECT count(*)
                    FROM
                      (SELECT v.*
                      FROM "funding_grant" AS v
                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                          (SELECT 1
                          FROM
                            (SELECT v.*
                            FROM "funding_programme" AS v
                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t5
                          WHERE t5.id = v."programme_id"))) AS t4
                    WHERE t4."measure_id" = t1."id" AND (TRUE)) >= $9::bigint))) AND t1."starts_on" IS NULL
            ORDER BY t1."id"
            LIMIT 4)
          LIMIT 4) AS t1
        CROSS JOIN LATERAL
          (SELECT t1."title" AS "title",t1."status"::text AS "status",t1."starts_on" AS "startsOn",t1."cost_eur"::text AS "costEur",
            (SELECT row_to_json("@")
            FROM
              (SELECT COALESCE(json_agg("@"), '[]'::json) AS "nodes"
              FROM
                (SELECT t8.json AS "programme",t6."stage"::text AS "stage",t6."amount_eur"::text AS "amountEur"
                FROM
                  (SELECT t6."measure_id",t6."id",t6."programme_id",t6."stage",t6."amount_eur"
                  FROM
                    (SELECT v.*
                    FROM "funding_grant" AS v
                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                        (SELECT 1
                        FROM
                          (SELECT v.*
                          FROM "funding_programme" AS v
                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t9
                        WHERE t9.id = v."programme_id" OFFSET 0))) AS t6
                  WHERE t6."measure_id" = t1."id" AND TRUE
                  ORDER BY t6."id"
                  LIMIT 50) AS t6
                LEFT JOIN LATERAL
                  (SELECT row_to_json("@") AS json
                  FROM
                    (SELECT t7."title" AS "title"
                    FROM
                      (SELECT v.*
                      FROM "funding_programme" AS v
                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t7
                    WHERE t7."id" = t6."programme_id") AS "@" OFFSET 0) AS t8 ON TRUE) AS "@") AS "@") AS "grants") AS t10) AS page) AS "@") AS "measures") AS "@"
