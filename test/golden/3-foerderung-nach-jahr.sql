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
                                WHERE t9."replaces_id" = t6."id" AND (((((t9."amount_eur" IS NOT NULL))) OR (((EXISTS
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
                                            WHERE t12."replaces_id" = t9."id" AND (((t12."amount_eur" IS NOT NULL))))))) OR ((EXISTS
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
                                          WHERE t15."id" = t9."part_of_id" AND (((t15."amount_eur" IS NOT NULL)))))))))))) OR ((EXISTS
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
                              WHERE t18."id" = t6."part_of_id" AND (((((t18."amount_eur" IS NOT NULL))) OR (((EXISTS
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
                                          WHERE t21."replaces_id" = t18."id" AND (((t21."amount_eur" IS NOT NULL))))))) OR ((EXISTS
                                        (SELECT 1
                                        FROM
                                          (SELECT v.*
                                          FROM "funding_grant" AS v
                                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                              (SELECT 1
                                              FROM
                                                (SELECT v.*
                                                FROM "funding_programme" AS v
                                                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t25
                                              WHERE t25.id = v."programme_id")) AND (EXISTS
                                              (SELECT 1
                                              FROM
                                                (SELECT v.*
                                                FROM "measure" AS v
                                                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t26
                                              WHERE t26.id = v."measure_id"))) AS t24
                                        WHERE t24."id" = t18."part_of_id" AND (((t24."amount_eur" IS NOT NULL)))))))))))))))) AND (((EXISTS
                      (SELECT 1
                      FROM
                        (SELECT v.*
                        FROM "funding_grant" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                            (SELECT 1
                            FROM
                              (SELECT v.*
                              FROM "funding_programme" AS v
                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t28
                            WHERE t28.id = v."programme_id")) AND (EXISTS
                            (SELECT 1
                            FROM
                              (SELECT v.*
                              FROM "measure" AS v
                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t29
                            WHERE t29.id = v."measure_id"))) AS t27
                      WHERE t27."id" = t1."part_of_id" AND (((((t27."amount_eur" IS NOT NULL))) OR (((EXISTS
                                  (SELECT 1
                                  FROM
                                    (SELECT v.*
                                    FROM "funding_grant" AS v
                                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                        (SELECT 1
                                        FROM
                                          (SELECT v.*
                                          FROM "funding_programme" AS v
                                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t31
                                        WHERE t31.id = v."programme_id")) AND (EXISTS
                                        (SELECT 1
                                        FROM
                                          (SELECT v.*
                                          FROM "measure" AS v
                                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t32
                                        WHERE t32.id = v."measure_id"))) AS t30
                                  WHERE t30."replaces_id" = t27."id" AND (((((t30."amount_eur" IS NOT NULL))) OR (((EXISTS
                                              (SELECT 1
                                              FROM
                                                (SELECT v.*
                                                FROM "funding_grant" AS v
                                                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                                    (SELECT 1
                                                    FROM
                                                      (SELECT v.*
                                                      FROM "funding_programme" AS v
                                                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t34
                                                    WHERE t34.id = v."programme_id")) AND (EXISTS
                                                    (SELECT 1
                                                    FROM
                                                      (SELECT v.*
                                                      FROM "measure" AS v
                                                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t35
                                                    WHERE t35.id = v."measure_id"))) AS t33
                                              WHERE t33."replaces_id" = t30."id" AND (((t33."amount_eur" IS NOT NULL))))))) OR ((EXISTS
                                            (SELECT 1
                                            FROM
                                              (SELECT v.*
                                              FROM "funding_grant" AS v
                                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                                  (SELECT 1
                                                  FROM
                                                    (SELECT v.*
                                                    FROM "funding_programme" AS v
                                                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t37
                                                  WHERE t37.id = v."programme_id")) AND (EXISTS
                                                  (SELECT 1
                                                  FROM
                                                    (SELECT v.*
                                                    FROM "measure" AS v
                                                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t38
                                                  WHERE t38.id = v."measure_id"))) AS t36
                                            WHERE t36."id" = t30."part_of_id" AND (((t36."amount_eur" IS NOT NULL)))))))))))) OR ((EXISTS
                                (SELECT 1
                                FROM
                                  (SELECT v.*
                                  FROM "funding_grant" AS v
                                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                      (SELECT 1
                                      FROM
                                        (SELECT v.*
                                        FROM "funding_programme" AS v
                                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t40
                                      WHERE t40.id = v."programme_id")) AND (EXISTS
                                      (SELECT 1
                                      FROM
                                        (SELECT v.*
                                        FROM "measure" AS v
                                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t41
                                      WHERE t41.id = v."measure_id"))) AS t39
                                WHERE t39."id" = t27."part_of_id" AND (((((t39."amount_eur" IS NOT NULL))) OR (((EXISTS
                                            (SELECT 1
                                            FROM
                                              (SELECT v.*
                                              FROM "funding_grant" AS v
                                              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                                  (SELECT 1
                                                  FROM
                                                    (SELECT v.*
                                                    FROM "funding_programme" AS v
                                                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t43
                                                  WHERE t43.id = v."programme_id")) AND (EXISTS
                                                  (SELECT 1
                                                  FROM
                                                    (SELECT v.*
                                                    FROM "measure" AS v
                                                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t44
                                                  WHERE t44.id = v."measure_id"))) AS t42
                                            WHERE t42."replaces_id" = t39."id" AND (((t42."amount_eur" IS NOT NULL))))))) OR ((EXISTS
                                          (SELECT 1
                                          FROM
                                            (SELECT v.*
                                            FROM "funding_grant" AS v
                                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                                (SELECT 1
                                                FROM
                                                  (SELECT v.*
                                                  FROM "funding_programme" AS v
                                                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t46
                                                WHERE t46.id = v."programme_id")) AND (EXISTS
                                                (SELECT 1
                                                FROM
                                                  (SELECT v.*
                                                  FROM "measure" AS v
                                                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t47
                                                WHERE t47.id = v."measure_id"))) AS t45
                                          WHERE t45."id" = t39."part_of_id" AND (((t45."amount_eur" IS NOT NULL)))))))))))))))) IS NOT TRUE) AND TRUE) AS c0,sum(t1."amount_eur") AS c1
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
            WHERE ((t1."year" >= $4::integer AND t1."year" <= $5::integer)) AND (EXISTS
                (SELECT 1
                FROM
                  (SELECT v.*
                  FROM "funding_programme" AS v
                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t2
                WHERE t2."id" = t1."programme_id" AND (((t2."level" = $6::"funding_level")))))) AS t5) AS "@") AS "aggregate",
        (SELECT CASE WHEN count(*) > 1000 THEN too_many('groups') ELSE COALESCE(json_agg("@"), '[]'::json) END
        FROM
          (SELECT row_to_json(t51) AS "keys",t50.c2 AS "count",row_to_json(t94) AS "sum",row_to_json(t95) AS "mitWiederholungen"
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
                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t53
                          WHERE t53.id = v."programme_id")) AND (EXISTS
                          (SELECT 1
                          FROM
                            (SELECT v.*
                            FROM "measure" AS v
                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t54
                          WHERE t54.id = v."measure_id"))) AS t52
                    WHERE t52."replaces_id" = t1."id" AND (((((t52."amount_eur" IS NOT NULL))) OR (((EXISTS
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
                                WHERE t55."replaces_id" = t52."id" AND (((((t55."amount_eur" IS NOT NULL))) OR (((EXISTS
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
                                            WHERE t58."replaces_id" = t55."id" AND (((t58."amount_eur" IS NOT NULL))))))) OR ((EXISTS
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
                                          WHERE t61."id" = t55."part_of_id" AND (((t61."amount_eur" IS NOT NULL)))))))))))) OR ((EXISTS
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
                              WHERE t64."id" = t52."part_of_id" AND (((((t64."amount_eur" IS NOT NULL))) OR (((EXISTS
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
                                          WHERE t67."replaces_id" = t64."id" AND (((t67."amount_eur" IS NOT NULL))))))) OR ((EXISTS
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
                                        WHERE t70."id" = t64."part_of_id" AND (((t70."amount_eur" IS NOT NULL)))))))))))))))) AND (((EXISTS
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
                      WHERE t73."id" = t1."part_of_id" AND (((((t73."amount_eur" IS NOT NULL))) OR (((EXISTS
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
                                  WHERE t76."replaces_id" = t73."id" AND (((((t76."amount_eur" IS NOT NULL))) OR (((EXISTS
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
                                              WHERE t79."replaces_id" = t76."id" AND (((t79."amount_eur" IS NOT NULL))))))) OR ((EXISTS
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
                                            WHERE t82."id" = t76."part_of_id" AND (((t82."amount_eur" IS NOT NULL)))))))))))) OR ((EXISTS
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
                                WHERE t85."id" = t73."part_of_id" AND (((((t85."amount_eur" IS NOT NULL))) OR (((EXISTS
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
                                            WHERE t88."replaces_id" = t85."id" AND (((t88."amount_eur" IS NOT NULL))))))) OR ((EXISTS
                                          (SELECT 1
                                          FROM
                                            (SELECT v.*
                                            FROM "funding_grant" AS v
                                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                                                (SELECT 1
                                                FROM
                                                  (SELECT v.*
                                                  FROM "funding_programme" AS v
                                                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t92
                                                WHERE t92.id = v."programme_id")) AND (EXISTS
                                                (SELECT 1
                                                FROM
                                                  (SELECT v.*
                                                  FROM "measure" AS v
                                                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t93
                                                WHERE t93.id = v."measure_id"))) AS t91
                                          WHERE t91."id" = t85."part_of_id" AND (((t91."amount_eur" IS NOT NULL)))))))))))))))) IS NOT TRUE) AND TRUE) AS c3,sum(t1."amount_eur") AS c4
            FROM
              (SELECT v.*
              FROM "funding_grant" AS v
              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC' AND (EXISTS
                  (SELECT 1
                  FROM
                    (SELECT v.*
                    FROM "funding_programme" AS v
                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t96
                  WHERE t96.id = v."programme_id")) AND (EXISTS
                  (SELECT 1
                  FROM
                    (SELECT v.*
                    FROM "measure" AS v
                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t97
                  WHERE t97.id = v."measure_id"))) AS t1
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
            LIMIT 1001) AS t50
          CROSS JOIN LATERAL
            (SELECT t50.c0 AS "year",t50.c1::text AS "stage") AS t51
          CROSS JOIN LATERAL
            (SELECT t50.c3::text AS "amountEur") AS t94
          CROSS JOIN LATERAL
            (SELECT t50.c4::text AS "amountEur") AS t95) AS "@") AS "groups") AS "@") AS "fundingGrants") AS "@"
