SELECT row_to_json("@")::text AS data
FROM
  (SELECT
    (SELECT row_to_json("@")
    FROM
      (SELECT
        (SELECT count(*)
        FROM
          (SELECT v.*
          FROM "funding_grant" AS v
          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
              (SELECT 1
              FROM
                (SELECT v.*
                FROM "funding_programme" AS v
                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t3
              WHERE t3.id = v."programme_id")) AND (EXISTS
              (SELECT 1
              FROM
                (SELECT v.*
                FROM "measure" AS v
                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t4
              WHERE t4.id = v."measure_id"))) AS t1
        WHERE ((t1."year" >= $1::integer AND t1."year" <= $2::integer)) AND (EXISTS
            (SELECT 1
            FROM
              (SELECT v.*
              FROM "funding_programme" AS v
              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t2
            WHERE t2."id" = t1."programme_id" AND (((t2."level" = $3::"funding_level")))))) AS "totalCount",
        (SELECT row_to_json("@")
        FROM
          (SELECT
            (SELECT row_to_json("@")
            FROM
              (SELECT t5.c0::text AS "amountEur") AS "@") AS "sum",
            (SELECT row_to_json("@")
            FROM
              (SELECT t5.c1::text AS "amountEur") AS "@") AS "mitWiederholungen"
          FROM
            (SELECT sum(t1."amount_eur") FILTER (WHERE ((NOT EXISTS
                    (SELECT 1
                    FROM
                      (SELECT v.*
                      FROM "funding_grant" AS v
                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                          (SELECT 1
                          FROM
                            (SELECT v.*
                            FROM "funding_programme" AS v
                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t7
                          WHERE t7.id = v."programme_id")) AND (EXISTS
                          (SELECT 1
                          FROM
                            (SELECT v.*
                            FROM "measure" AS v
                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t8
                          WHERE t8.id = v."measure_id"))) AS t6
                    WHERE t6."replaces_id" = t1."id" AND (((t6."amount_eur" IS NOT NULL)))))) AND (NOT ((EXISTS
                      (SELECT 1
                      FROM
                        (SELECT v.*
                        FROM "funding_grant" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                            (SELECT 1
                            FROM
                              (SELECT v.*
                              FROM "funding_programme" AS v
                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t10
                            WHERE t10.id = v."programme_id")) AND (EXISTS
                            (SELECT 1
                            FROM
                              (SELECT v.*
                              FROM "measure" AS v
                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t11
                            WHERE t11.id = v."measure_id"))) AS t9
                      WHERE t9."id" = t1."part_of_id" AND (((t9."amount_eur" IS NOT NULL))))))) AND TRUE) AS c0,sum(t1."amount_eur") AS c1
            FROM
              (SELECT v.*
              FROM "funding_grant" AS v
              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                  (SELECT 1
                  FROM
                    (SELECT v.*
                    FROM "funding_programme" AS v
                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t12
                  WHERE t12.id = v."programme_id")) AND (EXISTS
                  (SELECT 1
                  FROM
                    (SELECT v.*
                    FROM "measure" AS v
                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t13
                  WHERE t13.id = v."measure_id"))) AS t1
            WHERE ((t1."year" >= $4::integer AND t1."year" <= $5::integer)) AND (EXISTS
                (SELECT 1
                FROM
                  (SELECT v.*
                  FROM "funding_programme" AS v
                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t2
                WHERE t2."id" = t1."programme_id" AND (((t2."level" = $6::"funding_level")))))) AS t5) AS "@") AS "aggregate",
        (SELECT CASE WHEN count(*) > 1000 THEN too_many('groups') ELSE COALESCE(json_agg("@"), '[]'::json) END
        FROM
          (SELECT row_to_json(t15) AS "keys",t14.c2 AS "count",row_to_json(t22) AS "sum",row_to_json(t23) AS "mitWiederholungen"
          FROM
            (SELECT t1."year" AS c0,t1."stage" AS c1,count(*) AS c2,sum(t1."amount_eur") FILTER (WHERE ((NOT EXISTS
                    (SELECT 1
                    FROM
                      (SELECT v.*
                      FROM "funding_grant" AS v
                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                          (SELECT 1
                          FROM
                            (SELECT v.*
                            FROM "funding_programme" AS v
                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t17
                          WHERE t17.id = v."programme_id")) AND (EXISTS
                          (SELECT 1
                          FROM
                            (SELECT v.*
                            FROM "measure" AS v
                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t18
                          WHERE t18.id = v."measure_id"))) AS t16
                    WHERE t16."replaces_id" = t1."id" AND (((t16."amount_eur" IS NOT NULL)))))) AND (NOT ((EXISTS
                      (SELECT 1
                      FROM
                        (SELECT v.*
                        FROM "funding_grant" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                            (SELECT 1
                            FROM
                              (SELECT v.*
                              FROM "funding_programme" AS v
                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t20
                            WHERE t20.id = v."programme_id")) AND (EXISTS
                            (SELECT 1
                            FROM
                              (SELECT v.*
                              FROM "measure" AS v
                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t21
                            WHERE t21.id = v."measure_id"))) AS t19
                      WHERE t19."id" = t1."part_of_id" AND (((t19."amount_eur" IS NOT NULL))))))) AND TRUE) AS c3,sum(t1."amount_eur") AS c4
            FROM
              (SELECT v.*
              FROM "funding_grant" AS v
              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                  (SELECT 1
                  FROM
                    (SELECT v.*
                    FROM "funding_programme" AS v
                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t24
                  WHERE t24.id = v."programme_id")) AND (EXISTS
                  (SELECT 1
                  FROM
                    (SELECT v.*
                    FROM "measure" AS v
                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t25
                  WHERE t25.id = v."measure_id"))) AS t1
            WHERE ((t1."year" >= $7::integer AND t1."year" <= $8::integer)) AND (EXISTS
                (SELECT 1
                FROM
                  (SELECT v.*
                  FROM "funding_programme" AS v
                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t2
                WHERE t2."id" = t1."programme_id" AND (((t2."level" = $9::"funding_level")))))
            GROUP BY 1,2
            HAVING TRUE
            ORDER BY 1 NULLS LAST,2 NULLS LAST
            LIMIT 1001) AS t14
          CROSS JOIN LATERAL
            (SELECT t14.c0 AS "year",t14.c1::text AS "stage") AS t15
          CROSS JOIN LATERAL
            (SELECT t14.c3::text AS "amountEur") AS t22
          CROSS JOIN LATERAL
            (SELECT t14.c4::text AS "amountEur") AS t23) AS "@") AS "groups") AS "@") AS "fundingGrants") AS "@"
