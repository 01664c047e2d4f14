SELECT row_to_json("@")::text AS data
FROM
  (SELECT
    (SELECT row_to_json("@")
    FROM
      (SELECT
        (SELECT count(*)
        FROM
          (SELECT v.*
          FROM "funding_programme" AS v
          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t1
        WHERE (((
                (SELECT count(*)
                FROM
                  (SELECT v.*
                  FROM "funding_grant" AS v
                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                      (SELECT 1
                      FROM
                        (SELECT v.*
                        FROM "measure" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t3
                      WHERE t3.id = v."measure_id"))) AS t2
                WHERE t2."programme_id" = t1."id" AND (TRUE)) > $1::bigint)))) AS "totalCount",
        (SELECT row_to_json("@")
        FROM
          (SELECT t4.c0 AS "count",
            (SELECT row_to_json("@")
            FROM
              (SELECT t4.c1::text AS "volumeEur") AS "@") AS "max"
          FROM
            (SELECT count(*) AS c0,max(t1."volume_eur") AS c1
            FROM
              (SELECT v.*
              FROM "funding_programme" AS v
              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t1
            WHERE (((
                    (SELECT count(*)
                    FROM
                      (SELECT v.*
                      FROM "funding_grant" AS v
                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                          (SELECT 1
                          FROM
                            (SELECT v.*
                            FROM "measure" AS v
                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t3
                          WHERE t3.id = v."measure_id"))) AS t2
                    WHERE t2."programme_id" = t1."id" AND (TRUE)) > $2::bigint)))) AS t4) AS "@") AS "aggregate",COALESCE(json_agg("@"), '[]'::json) AS "nodes"
      FROM
        (SELECT t1."key" AS "key",
          (SELECT row_to_json("@")
          FROM
            (SELECT COALESCE(json_agg("@"), '[]'::json) AS "nodes",
              (SELECT row_to_json("@")
              FROM
                (SELECT t6.c0 AS "count",
                  (SELECT row_to_json("@")
                  FROM
                    (SELECT t6.c1::text AS "amountEur") AS "@") AS "sum",
                  (SELECT row_to_json("@")
                  FROM
                    (SELECT t6.c2::text AS "amountEur") AS "@") AS "all",
                  (SELECT row_to_json("@")
                  FROM
                    (SELECT t6.c3::text AS "amountEur",t6.c4::text AS "sharePercent") AS "@") AS "avg",
                  (SELECT row_to_json("@")
                  FROM
                    (SELECT t6.c5 AS "year",t6.c6 AS "decidedOn") AS "@") AS "min"
                FROM
                  (SELECT count(*) AS c0,sum(t5."amount_eur") FILTER (WHERE ((NOT EXISTS
                          (SELECT 1
                          FROM
                            (SELECT v.*
                            FROM "funding_grant" AS v
                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                (SELECT 1
                                FROM
                                  (SELECT v.*
                                  FROM "funding_programme" AS v
                                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t8
                                WHERE t8.id = v."programme_id")) AND (EXISTS
                                (SELECT 1
                                FROM
                                  (SELECT v.*
                                  FROM "measure" AS v
                                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t9
                                WHERE t9.id = v."measure_id"))) AS t7
                          WHERE t7."replaces_id" = t5."id" AND (((((t7."amount_eur" IS NOT NULL))) OR (((EXISTS
                                      (SELECT 1
                                      FROM
                                        (SELECT v.*
                                        FROM "funding_grant" AS v
                                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                            (SELECT 1
                                            FROM
                                              (SELECT v.*
                                              FROM "funding_programme" AS v
                                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t11
                                            WHERE t11.id = v."programme_id")) AND (EXISTS
                                            (SELECT 1
                                            FROM
                                              (SELECT v.*
                                              FROM "measure" AS v
                                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t12
                                            WHERE t12.id = v."measure_id"))) AS t10
                                      WHERE t10."replaces_id" = t7."id" AND (((t10."amount_eur" IS NOT NULL))))))) OR ((EXISTS
                                    (SELECT 1
                                    FROM
                                      (SELECT v.*
                                      FROM "funding_grant" AS v
                                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                          (SELECT 1
                                          FROM
                                            (SELECT v.*
                                            FROM "funding_programme" AS v
                                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t14
                                          WHERE t14.id = v."programme_id")) AND (EXISTS
                                          (SELECT 1
                                          FROM
                                            (SELECT v.*
                                            FROM "measure" AS v
                                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t15
                                          WHERE t15.id = v."measure_id"))) AS t13
                                    WHERE t13."id" = t7."part_of_id" AND (((t13."amount_eur" IS NOT NULL))))))))))) AND (((EXISTS
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
                            WHERE t16."id" = t5."part_of_id" AND (((((t16."amount_eur" IS NOT NULL))) OR (((EXISTS
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
                                        WHERE t19."replaces_id" = t16."id" AND (((t19."amount_eur" IS NOT NULL))))))) OR ((EXISTS
                                      (SELECT 1
                                      FROM
                                        (SELECT v.*
                                        FROM "funding_grant" AS v
                                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                            (SELECT 1
                                            FROM
                                              (SELECT v.*
                                              FROM "funding_programme" AS v
                                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t23
                                            WHERE t23.id = v."programme_id")) AND (EXISTS
                                            (SELECT 1
                                            FROM
                                              (SELECT v.*
                                              FROM "measure" AS v
                                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t24
                                            WHERE t24.id = v."measure_id"))) AS t22
                                      WHERE t22."id" = t16."part_of_id" AND (((t22."amount_eur" IS NOT NULL))))))))))) IS NOT TRUE) AND TRUE) AS c1,sum(t5."amount_eur") AS c2,trim_scale(round(avg(t5."amount_eur") FILTER (WHERE ((NOT EXISTS
                              (SELECT 1
                              FROM
                                (SELECT v.*
                                FROM "funding_grant" AS v
                                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                    (SELECT 1
                                    FROM
                                      (SELECT v.*
                                      FROM "funding_programme" AS v
                                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t26
                                    WHERE t26.id = v."programme_id")) AND (EXISTS
                                    (SELECT 1
                                    FROM
                                      (SELECT v.*
                                      FROM "measure" AS v
                                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t27
                                    WHERE t27.id = v."measure_id"))) AS t25
                              WHERE t25."replaces_id" = t5."id" AND (((((t25."amount_eur" IS NOT NULL))) OR (((EXISTS
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
                                          WHERE t28."replaces_id" = t25."id" AND (((t28."amount_eur" IS NOT NULL))))))) OR ((EXISTS
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
                                        WHERE t31."id" = t25."part_of_id" AND (((t31."amount_eur" IS NOT NULL))))))))))) AND (((EXISTS
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
                                WHERE t34."id" = t5."part_of_id" AND (((((t34."amount_eur" IS NOT NULL))) OR (((EXISTS
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
                                            WHERE t37."replaces_id" = t34."id" AND (((t37."amount_eur" IS NOT NULL))))))) OR ((EXISTS
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
                                          WHERE t40."id" = t34."part_of_id" AND (((t40."amount_eur" IS NOT NULL))))))))))) IS NOT TRUE) AND TRUE), 6)) AS c3,trim_scale(round(avg(t5."share_percent"), 6)) AS c4,min(t5."year") AS c5,min(t5."decided_on") AS c6
                  FROM
                    (SELECT v.*
                    FROM "funding_grant" AS v
                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                        (SELECT 1
                        FROM
                          (SELECT v.*
                          FROM "measure" AS v
                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t43
                        WHERE t43.id = v."measure_id" OFFSET 0))) AS t5
                  WHERE t5."programme_id" = t1."id" AND ((t5."amount_eur" IS NOT NULL))) AS t6) AS "@") AS "aggregate"
            FROM
              (SELECT t45.json AS "measure",t5."amount_eur"::text AS "amountEur"
              FROM
                (SELECT t5."programme_id",t5."amount_eur",t5."id",t5."part_of_id",t5."share_percent",t5."year",t5."decided_on",t5."measure_id"
                FROM
                  (SELECT v.*
                  FROM "funding_grant" AS v
                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                      (SELECT 1
                      FROM
                        (SELECT v.*
                        FROM "measure" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t46
                      WHERE t46.id = v."measure_id" OFFSET 0))) AS t5
                WHERE t5."programme_id" = t1."id" AND ((t5."amount_eur" IS NOT NULL))
                ORDER BY t5."amount_eur" DESC,t5."id"
                LIMIT 1) AS t5
              LEFT JOIN LATERAL
                (SELECT row_to_json("@") AS json
                FROM
                  (SELECT t44."key" AS "key"
                  FROM
                    (SELECT v.*
                    FROM "measure" AS v
                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t44
                  WHERE t44."id" = t5."measure_id") AS "@" OFFSET 0) AS t45 ON TRUE) AS "@") AS "@") AS "grants"
        FROM
          (SELECT t1."key",t1."id",t1."volume_eur"
          FROM
            (SELECT v.*
            FROM "funding_programme" AS v
            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t1
          WHERE (((
                  (SELECT count(*)
                  FROM
                    (SELECT v.*
                    FROM "funding_grant" AS v
                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                        (SELECT 1
                        FROM
                          (SELECT v.*
                          FROM "measure" AS v
                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t3
                        WHERE t3.id = v."measure_id"))) AS t2
                  WHERE t2."programme_id" = t1."id" AND (TRUE)) > $3::bigint)))
          ORDER BY t1."key",t1."id"
          LIMIT 50) AS t1) AS "@") AS "@") AS "fundingProgrammes") AS "@"
