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
                                      WHERE t10."replaces_id" = t7."id" AND (((((t10."amount_eur" IS NOT NULL))) OR (((EXISTS
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
                                                  WHERE t13."replaces_id" = t10."id" AND (((t13."amount_eur" IS NOT NULL))))))) OR ((EXISTS
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
                                                WHERE t16."id" = t10."part_of_id" AND (((t16."amount_eur" IS NOT NULL)))))))))))) OR ((EXISTS
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
                                    WHERE t19."id" = t7."part_of_id" AND (((((t19."amount_eur" IS NOT NULL))) OR (((EXISTS
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
                                                WHERE t22."replaces_id" = t19."id" AND (((t22."amount_eur" IS NOT NULL))))))) OR ((EXISTS
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
                                              WHERE t25."id" = t19."part_of_id" AND (((t25."amount_eur" IS NOT NULL)))))))))))))))) AND (((EXISTS
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
                            WHERE t28."id" = t5."part_of_id" AND (((((t28."amount_eur" IS NOT NULL))) OR (((EXISTS
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
                                        WHERE t31."replaces_id" = t28."id" AND (((((t31."amount_eur" IS NOT NULL))) OR (((EXISTS
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
                                                    WHERE t34."replaces_id" = t31."id" AND (((t34."amount_eur" IS NOT NULL))))))) OR ((EXISTS
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
                                                  WHERE t37."id" = t31."part_of_id" AND (((t37."amount_eur" IS NOT NULL)))))))))))) OR ((EXISTS
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
                                      WHERE t40."id" = t28."part_of_id" AND (((((t40."amount_eur" IS NOT NULL))) OR (((EXISTS
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
                                                  WHERE t43."replaces_id" = t40."id" AND (((t43."amount_eur" IS NOT NULL))))))) OR ((EXISTS
                                                (SELECT 1
                                                FROM
                                                  (SELECT v.*
                                                  FROM "funding_grant" AS v
                                                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                                      (SELECT 1
                                                      FROM
                                                        (SELECT v.*
                                                        FROM "funding_programme" AS v
                                                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t47
                                                      WHERE t47.id = v."programme_id")) AND (EXISTS
                                                      (SELECT 1
                                                      FROM
                                                        (SELECT v.*
                                                        FROM "measure" AS v
                                                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t48
                                                      WHERE t48.id = v."measure_id"))) AS t46
                                                WHERE t46."id" = t40."part_of_id" AND (((t46."amount_eur" IS NOT NULL)))))))))))))))) IS NOT TRUE) AND TRUE) AS c1,sum(t5."amount_eur") AS c2,trim_scale(round(avg(t5."amount_eur") FILTER (WHERE ((NOT EXISTS
                              (SELECT 1
                              FROM
                                (SELECT v.*
                                FROM "funding_grant" AS v
                                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                    (SELECT 1
                                    FROM
                                      (SELECT v.*
                                      FROM "funding_programme" AS v
                                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t50
                                    WHERE t50.id = v."programme_id")) AND (EXISTS
                                    (SELECT 1
                                    FROM
                                      (SELECT v.*
                                      FROM "measure" AS v
                                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t51
                                    WHERE t51.id = v."measure_id"))) AS t49
                              WHERE t49."replaces_id" = t5."id" AND (((((t49."amount_eur" IS NOT NULL))) OR (((EXISTS
                                          (SELECT 1
                                          FROM
                                            (SELECT v.*
                                            FROM "funding_grant" AS v
                                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                                (SELECT 1
                                                FROM
                                                  (SELECT v.*
                                                  FROM "funding_programme" AS v
                                                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t53
                                                WHERE t53.id = v."programme_id")) AND (EXISTS
                                                (SELECT 1
                                                FROM
                                                  (SELECT v.*
                                                  FROM "measure" AS v
                                                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t54
                                                WHERE t54.id = v."measure_id"))) AS t52
                                          WHERE t52."replaces_id" = t49."id" AND (((((t52."amount_eur" IS NOT NULL))) OR (((EXISTS
                                                      (SELECT 1
                                                      FROM
                                                        (SELECT v.*
                                                        FROM "funding_grant" AS v
                                                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                                            (SELECT 1
                                                            FROM
                                                              (SELECT v.*
                                                              FROM "funding_programme" AS v
                                                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t56
                                                            WHERE t56.id = v."programme_id")) AND (EXISTS
                                                            (SELECT 1
                                                            FROM
                                                              (SELECT v.*
                                                              FROM "measure" AS v
                                                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t57
                                                            WHERE t57.id = v."measure_id"))) AS t55
                                                      WHERE t55."replaces_id" = t52."id" AND (((t55."amount_eur" IS NOT NULL))))))) OR ((EXISTS
                                                    (SELECT 1
                                                    FROM
                                                      (SELECT v.*
                                                      FROM "funding_grant" AS v
                                                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                                          (SELECT 1
                                                          FROM
                                                            (SELECT v.*
                                                            FROM "funding_programme" AS v
                                                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t59
                                                          WHERE t59.id = v."programme_id")) AND (EXISTS
                                                          (SELECT 1
                                                          FROM
                                                            (SELECT v.*
                                                            FROM "measure" AS v
                                                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t60
                                                          WHERE t60.id = v."measure_id"))) AS t58
                                                    WHERE t58."id" = t52."part_of_id" AND (((t58."amount_eur" IS NOT NULL)))))))))))) OR ((EXISTS
                                        (SELECT 1
                                        FROM
                                          (SELECT v.*
                                          FROM "funding_grant" AS v
                                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                              (SELECT 1
                                              FROM
                                                (SELECT v.*
                                                FROM "funding_programme" AS v
                                                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t62
                                              WHERE t62.id = v."programme_id")) AND (EXISTS
                                              (SELECT 1
                                              FROM
                                                (SELECT v.*
                                                FROM "measure" AS v
                                                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t63
                                              WHERE t63.id = v."measure_id"))) AS t61
                                        WHERE t61."id" = t49."part_of_id" AND (((((t61."amount_eur" IS NOT NULL))) OR (((EXISTS
                                                    (SELECT 1
                                                    FROM
                                                      (SELECT v.*
                                                      FROM "funding_grant" AS v
                                                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                                          (SELECT 1
                                                          FROM
                                                            (SELECT v.*
                                                            FROM "funding_programme" AS v
                                                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t65
                                                          WHERE t65.id = v."programme_id")) AND (EXISTS
                                                          (SELECT 1
                                                          FROM
                                                            (SELECT v.*
                                                            FROM "measure" AS v
                                                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t66
                                                          WHERE t66.id = v."measure_id"))) AS t64
                                                    WHERE t64."replaces_id" = t61."id" AND (((t64."amount_eur" IS NOT NULL))))))) OR ((EXISTS
                                                  (SELECT 1
                                                  FROM
                                                    (SELECT v.*
                                                    FROM "funding_grant" AS v
                                                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                                        (SELECT 1
                                                        FROM
                                                          (SELECT v.*
                                                          FROM "funding_programme" AS v
                                                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t68
                                                        WHERE t68.id = v."programme_id")) AND (EXISTS
                                                        (SELECT 1
                                                        FROM
                                                          (SELECT v.*
                                                          FROM "measure" AS v
                                                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t69
                                                        WHERE t69.id = v."measure_id"))) AS t67
                                                  WHERE t67."id" = t61."part_of_id" AND (((t67."amount_eur" IS NOT NULL)))))))))))))))) AND (((EXISTS
                                (SELECT 1
                                FROM
                                  (SELECT v.*
                                  FROM "funding_grant" AS v
                                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                      (SELECT 1
                                      FROM
                                        (SELECT v.*
                                        FROM "funding_programme" AS v
                                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t71
                                      WHERE t71.id = v."programme_id")) AND (EXISTS
                                      (SELECT 1
                                      FROM
                                        (SELECT v.*
                                        FROM "measure" AS v
                                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t72
                                      WHERE t72.id = v."measure_id"))) AS t70
                                WHERE t70."id" = t5."part_of_id" AND (((((t70."amount_eur" IS NOT NULL))) OR (((EXISTS
                                            (SELECT 1
                                            FROM
                                              (SELECT v.*
                                              FROM "funding_grant" AS v
                                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                                  (SELECT 1
                                                  FROM
                                                    (SELECT v.*
                                                    FROM "funding_programme" AS v
                                                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t74
                                                  WHERE t74.id = v."programme_id")) AND (EXISTS
                                                  (SELECT 1
                                                  FROM
                                                    (SELECT v.*
                                                    FROM "measure" AS v
                                                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t75
                                                  WHERE t75.id = v."measure_id"))) AS t73
                                            WHERE t73."replaces_id" = t70."id" AND (((((t73."amount_eur" IS NOT NULL))) OR (((EXISTS
                                                        (SELECT 1
                                                        FROM
                                                          (SELECT v.*
                                                          FROM "funding_grant" AS v
                                                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                                              (SELECT 1
                                                              FROM
                                                                (SELECT v.*
                                                                FROM "funding_programme" AS v
                                                                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t77
                                                              WHERE t77.id = v."programme_id")) AND (EXISTS
                                                              (SELECT 1
                                                              FROM
                                                                (SELECT v.*
                                                                FROM "measure" AS v
                                                                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t78
                                                              WHERE t78.id = v."measure_id"))) AS t76
                                                        WHERE t76."replaces_id" = t73."id" AND (((t76."amount_eur" IS NOT NULL))))))) OR ((EXISTS
                                                      (SELECT 1
                                                      FROM
                                                        (SELECT v.*
                                                        FROM "funding_grant" AS v
                                                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                                            (SELECT 1
                                                            FROM
                                                              (SELECT v.*
                                                              FROM "funding_programme" AS v
                                                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t80
                                                            WHERE t80.id = v."programme_id")) AND (EXISTS
                                                            (SELECT 1
                                                            FROM
                                                              (SELECT v.*
                                                              FROM "measure" AS v
                                                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t81
                                                            WHERE t81.id = v."measure_id"))) AS t79
                                                      WHERE t79."id" = t73."part_of_id" AND (((t79."amount_eur" IS NOT NULL)))))))))))) OR ((EXISTS
                                          (SELECT 1
                                          FROM
                                            (SELECT v.*
                                            FROM "funding_grant" AS v
                                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                                (SELECT 1
                                                FROM
                                                  (SELECT v.*
                                                  FROM "funding_programme" AS v
                                                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t83
                                                WHERE t83.id = v."programme_id")) AND (EXISTS
                                                (SELECT 1
                                                FROM
                                                  (SELECT v.*
                                                  FROM "measure" AS v
                                                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t84
                                                WHERE t84.id = v."measure_id"))) AS t82
                                          WHERE t82."id" = t70."part_of_id" AND (((((t82."amount_eur" IS NOT NULL))) OR (((EXISTS
                                                      (SELECT 1
                                                      FROM
                                                        (SELECT v.*
                                                        FROM "funding_grant" AS v
                                                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                                            (SELECT 1
                                                            FROM
                                                              (SELECT v.*
                                                              FROM "funding_programme" AS v
                                                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t86
                                                            WHERE t86.id = v."programme_id")) AND (EXISTS
                                                            (SELECT 1
                                                            FROM
                                                              (SELECT v.*
                                                              FROM "measure" AS v
                                                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t87
                                                            WHERE t87.id = v."measure_id"))) AS t85
                                                      WHERE t85."replaces_id" = t82."id" AND (((t85."amount_eur" IS NOT NULL))))))) OR ((EXISTS
                                                    (SELECT 1
                                                    FROM
                                                      (SELECT v.*
                                                      FROM "funding_grant" AS v
                                                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                                          (SELECT 1
                                                          FROM
                                                            (SELECT v.*
                                                            FROM "funding_programme" AS v
                                                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t89
                                                          WHERE t89.id = v."programme_id")) AND (EXISTS
                                                          (SELECT 1
                                                          FROM
                                                            (SELECT v.*
                                                            FROM "measure" AS v
                                                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t90
                                                          WHERE t90.id = v."measure_id"))) AS t88
                                                    WHERE t88."id" = t82."part_of_id" AND (((t88."amount_eur" IS NOT NULL)))))))))))))))) IS NOT TRUE) AND TRUE), 6)) AS c3,trim_scale(round(avg(t5."share_percent"), 6)) AS c4,min(t5."year") AS c5,min(t5."decided_on") AS c6
                  FROM
                    (SELECT v.*
                    FROM "funding_grant" AS v
                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                        (SELECT 1
                        FROM
                          (SELECT v.*
                          FROM "measure" AS v
                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t91
                        WHERE t91.id = v."measure_id" OFFSET 0))) AS t5
                  WHERE t5."programme_id" = t1."id" AND ((t5."amount_eur" IS NOT NULL))) AS t6) AS "@") AS "aggregate"
            FROM
              (SELECT t93.json AS "measure",t5."amount_eur"::text AS "amountEur"
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
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t94
                      WHERE t94.id = v."measure_id" OFFSET 0))) AS t5
                WHERE t5."programme_id" = t1."id" AND ((t5."amount_eur" IS NOT NULL))
                ORDER BY t5."amount_eur" DESC,t5."id"
                LIMIT 1) AS t5
              LEFT JOIN LATERAL
                (SELECT row_to_json("@") AS json
                FROM
                  (SELECT t92."key" AS "key"
                  FROM
                    (SELECT v.*
                    FROM "measure" AS v
                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t92
                  WHERE t92."id" = t5."measure_id") AS "@" OFFSET 0) AS t93 ON TRUE) AS "@") AS "@") AS "grants"
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
