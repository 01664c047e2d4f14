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
                    WHERE t6."replaces_id" = t1."id" AND (((((t6."amount_eur" IS NOT NULL))) OR (((EXISTS
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
                                WHERE t9."replaces_id" = t6."id" AND (((t9."amount_eur" IS NOT NULL))))))) OR ((EXISTS
                              (SELECT 1
                              FROM
                                (SELECT v.*
                                FROM "funding_grant" AS v
                                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                    (SELECT 1
                                    FROM
                                      (SELECT v.*
                                      FROM "funding_programme" AS v
                                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t13
                                    WHERE t13.id = v."programme_id")) AND (EXISTS
                                    (SELECT 1
                                    FROM
                                      (SELECT v.*
                                      FROM "measure" AS v
                                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t14
                                    WHERE t14.id = v."measure_id"))) AS t12
                              WHERE t12."id" = t6."part_of_id" AND (((t12."amount_eur" IS NOT NULL))))))))))) AND (((EXISTS
                      (SELECT 1
                      FROM
                        (SELECT v.*
                        FROM "funding_grant" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                            (SELECT 1
                            FROM
                              (SELECT v.*
                              FROM "funding_programme" AS v
                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t16
                            WHERE t16.id = v."programme_id")) AND (EXISTS
                            (SELECT 1
                            FROM
                              (SELECT v.*
                              FROM "measure" AS v
                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t17
                            WHERE t17.id = v."measure_id"))) AS t15
                      WHERE t15."id" = t1."part_of_id" AND (((((t15."amount_eur" IS NOT NULL))) OR (((EXISTS
                                  (SELECT 1
                                  FROM
                                    (SELECT v.*
                                    FROM "funding_grant" AS v
                                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                        (SELECT 1
                                        FROM
                                          (SELECT v.*
                                          FROM "funding_programme" AS v
                                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t19
                                        WHERE t19.id = v."programme_id")) AND (EXISTS
                                        (SELECT 1
                                        FROM
                                          (SELECT v.*
                                          FROM "measure" AS v
                                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t20
                                        WHERE t20.id = v."measure_id"))) AS t18
                                  WHERE t18."replaces_id" = t15."id" AND (((t18."amount_eur" IS NOT NULL))))))) OR ((EXISTS
                                (SELECT 1
                                FROM
                                  (SELECT v.*
                                  FROM "funding_grant" AS v
                                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                      (SELECT 1
                                      FROM
                                        (SELECT v.*
                                        FROM "funding_programme" AS v
                                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t22
                                      WHERE t22.id = v."programme_id")) AND (EXISTS
                                      (SELECT 1
                                      FROM
                                        (SELECT v.*
                                        FROM "measure" AS v
                                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t23
                                      WHERE t23.id = v."measure_id"))) AS t21
                                WHERE t21."id" = t15."part_of_id" AND (((t21."amount_eur" IS NOT NULL))))))))))) IS NOT TRUE) AND TRUE) AS c0,sum(t1."amount_eur") AS c1
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
            WHERE ((t1."year" >= $4::integer AND t1."year" <= $5::integer)) AND (EXISTS
                (SELECT 1
                FROM
                  (SELECT v.*
                  FROM "funding_programme" AS v
                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t2
                WHERE t2."id" = t1."programme_id" AND (((t2."level" = $6::"funding_level")))))) AS t5) AS "@") AS "aggregate",
        (SELECT CASE WHEN count(*) > 1000 THEN too_many('groups') ELSE COALESCE(json_agg("@"), '[]'::json) END
        FROM
          (SELECT row_to_json(t27) AS "keys",t26.c2 AS "count",row_to_json(t46) AS "sum",row_to_json(t47) AS "mitWiederholungen"
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
                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t29
                          WHERE t29.id = v."programme_id")) AND (EXISTS
                          (SELECT 1
                          FROM
                            (SELECT v.*
                            FROM "measure" AS v
                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t30
                          WHERE t30.id = v."measure_id"))) AS t28
                    WHERE t28."replaces_id" = t1."id" AND (((((t28."amount_eur" IS NOT NULL))) OR (((EXISTS
                                (SELECT 1
                                FROM
                                  (SELECT v.*
                                  FROM "funding_grant" AS v
                                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                      (SELECT 1
                                      FROM
                                        (SELECT v.*
                                        FROM "funding_programme" AS v
                                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t32
                                      WHERE t32.id = v."programme_id")) AND (EXISTS
                                      (SELECT 1
                                      FROM
                                        (SELECT v.*
                                        FROM "measure" AS v
                                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t33
                                      WHERE t33.id = v."measure_id"))) AS t31
                                WHERE t31."replaces_id" = t28."id" AND (((t31."amount_eur" IS NOT NULL))))))) OR ((EXISTS
                              (SELECT 1
                              FROM
                                (SELECT v.*
                                FROM "funding_grant" AS v
                                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                    (SELECT 1
                                    FROM
                                      (SELECT v.*
                                      FROM "funding_programme" AS v
                                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t35
                                    WHERE t35.id = v."programme_id")) AND (EXISTS
                                    (SELECT 1
                                    FROM
                                      (SELECT v.*
                                      FROM "measure" AS v
                                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t36
                                    WHERE t36.id = v."measure_id"))) AS t34
                              WHERE t34."id" = t28."part_of_id" AND (((t34."amount_eur" IS NOT NULL))))))))))) AND (((EXISTS
                      (SELECT 1
                      FROM
                        (SELECT v.*
                        FROM "funding_grant" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                            (SELECT 1
                            FROM
                              (SELECT v.*
                              FROM "funding_programme" AS v
                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t38
                            WHERE t38.id = v."programme_id")) AND (EXISTS
                            (SELECT 1
                            FROM
                              (SELECT v.*
                              FROM "measure" AS v
                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t39
                            WHERE t39.id = v."measure_id"))) AS t37
                      WHERE t37."id" = t1."part_of_id" AND (((((t37."amount_eur" IS NOT NULL))) OR (((EXISTS
                                  (SELECT 1
                                  FROM
                                    (SELECT v.*
                                    FROM "funding_grant" AS v
                                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                        (SELECT 1
                                        FROM
                                          (SELECT v.*
                                          FROM "funding_programme" AS v
                                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t41
                                        WHERE t41.id = v."programme_id")) AND (EXISTS
                                        (SELECT 1
                                        FROM
                                          (SELECT v.*
                                          FROM "measure" AS v
                                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t42
                                        WHERE t42.id = v."measure_id"))) AS t40
                                  WHERE t40."replaces_id" = t37."id" AND (((t40."amount_eur" IS NOT NULL))))))) OR ((EXISTS
                                (SELECT 1
                                FROM
                                  (SELECT v.*
                                  FROM "funding_grant" AS v
                                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                      (SELECT 1
                                      FROM
                                        (SELECT v.*
                                        FROM "funding_programme" AS v
                                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t44
                                      WHERE t44.id = v."programme_id")) AND (EXISTS
                                      (SELECT 1
                                      FROM
                                        (SELECT v.*
                                        FROM "measure" AS v
                                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t45
                                      WHERE t45.id = v."measure_id"))) AS t43
                                WHERE t43."id" = t37."part_of_id" AND (((t43."amount_eur" IS NOT NULL))))))))))) IS NOT TRUE) AND TRUE) AS c3,sum(t1."amount_eur") AS c4
            FROM
              (SELECT v.*
              FROM "funding_grant" AS v
              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                  (SELECT 1
                  FROM
                    (SELECT v.*
                    FROM "funding_programme" AS v
                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t48
                  WHERE t48.id = v."programme_id")) AND (EXISTS
                  (SELECT 1
                  FROM
                    (SELECT v.*
                    FROM "measure" AS v
                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t49
                  WHERE t49.id = v."measure_id"))) AS t1
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
            LIMIT 1001) AS t26
          CROSS JOIN LATERAL
            (SELECT t26.c0 AS "year",t26.c1::text AS "stage") AS t27
          CROSS JOIN LATERAL
            (SELECT t26.c3::text AS "amountEur") AS t46
          CROSS JOIN LATERAL
            (SELECT t26.c4::text AS "amountEur") AS t47) AS "@") AS "groups") AS "@") AS "fundingGrants") AS "@"
