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
        WHERE TRUE AND ((EXISTS
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
                WHERE t4."measure_id" = t1."id" AND (TRUE)) >= $3::bigint)))) AS "totalCount",page.c0 AS "nodes",
        (SELECT row_to_json("@")
        FROM
          (SELECT page.more AS "hasNextPage",CASE WHEN page.places IS NOT NULL THEN rtrim(translate(encode(convert_to(json_build_array('STARTS_ON DESC LAST'::text, (page.places)[array_length(page.places, 1)][1],(page.places)[array_length(page.places, 1)][2])::text, 'UTF8'), 'base64'), E'+/ ', '-_'), '=') END AS "endCursor") AS "@") AS "pageInfo"
      FROM
        (SELECT COALESCE(array_to_json(array_agg(r.c0) FILTER (WHERE r.n <= 3)), '[]'::json) AS c0,count(*) > 3 AS more,array_agg(r.place
          ORDER BY r.n) FILTER (WHERE r.n <= 3) AS places
        FROM
          (SELECT x.*, row_number() OVER () AS n
          FROM
            (SELECT
              (SELECT row_to_json("@")
              FROM
                (SELECT t1."title" AS "title",t1."status"::text AS "status",t1."starts_on" AS "startsOn",t1."cost_eur"::text AS "costEur",
                  (SELECT row_to_json("@")
                  FROM
                    (SELECT
                      (SELECT COALESCE(json_agg("@"), '[]'::json)
                      FROM
                        (SELECT
                          (SELECT row_to_json("@")
                          FROM
                            (SELECT t7."title" AS "title"
                            FROM
                              (SELECT v.*
                              FROM "funding_programme" AS v
                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t7
                            WHERE t7."id" = t6."programme_id") AS "@") AS "programme",t6."stage"::text AS "stage",t6."amount_eur"::text AS "amountEur"
                        FROM
                          (SELECT v.*
                          FROM "funding_grant" AS v
                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                              (SELECT 1
                              FROM
                                (SELECT v.*
                                FROM "funding_programme" AS v
                                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t8
                              WHERE t8.id = v."programme_id"))) AS t6
                        WHERE t6."measure_id" = t1."id" AND TRUE
                        ORDER BY t6."id"
                        LIMIT 50) AS "@") AS "nodes") AS "@") AS "grants") AS "@") AS c0,ARRAY[(t1."starts_on")::text,(t1."id")::text] AS place
            FROM
              (SELECT v.*
              FROM "measure" AS v
              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t1
            WHERE TRUE AND ((EXISTS
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
                    WHERE t4."measure_id" = t1."id" AND (TRUE)) >= $6::bigint)))
            ORDER BY t1."starts_on" DESC NULLS LAST,t1."id"
            LIMIT 4) AS x) AS r) AS page) AS "@") AS "measures") AS "@"
