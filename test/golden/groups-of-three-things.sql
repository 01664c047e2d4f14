SELECT row_to_json("@")::text AS data
FROM
  (SELECT
    (SELECT row_to_json("@")
    FROM
      (SELECT
        (SELECT row_to_json("@")
        FROM
          (SELECT
            (SELECT count(*)
            FROM
              (SELECT v.*
              FROM "measure" AS v
              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t2
            WHERE t2."process_id" = t1."id" AND (((
                    (SELECT count(*)
                    FROM
                      (SELECT v.*
                      FROM "department" AS v
                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t3
                    WHERE t3."id" IN
                      (SELECT t4."department_id"
                      FROM
                        (SELECT v.*
                        FROM "responsibility" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t4
                      WHERE t4."measure_id" = t2."id" AND ((t4."role" = $1::"responsibility_role"))) AND (TRUE)) >= $2::bigint)))) AS "totalCount",
            (SELECT COALESCE(json_agg("@"), '[]'::json)
            FROM
              (SELECT row_to_json(t9) AS "keys",t7.c4 AS "count",t7.c5 AS "completed",row_to_json(t10) AS "sum",row_to_json(t11) AS "max"
              FROM
                (SELECT t5."id" AS c0,t2."status" AS c1,left(t2."starts_on", 4) AS c2,any_value(t5."key") AS c3,count(*) AS c4,count(*) FILTER (WHERE ((t2."status" = $3::"measure_status"))) AS c5,sum(t2."cost_eur") AS c6,max(t2."starts_on") AS c7
                FROM
                  (SELECT v.*
                  FROM "measure" AS v
                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t2
                LEFT JOIN LATERAL
                  (SELECT t5.*
                  FROM
                    (SELECT v.*
                    FROM "department" AS v
                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t5
                  WHERE t5."id" = ANY(ARRAY
                      (SELECT t6."department_id"
                      FROM
                        (SELECT v.*
                        FROM "responsibility" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t6
                      WHERE t6."measure_id" = t2."id" AND ((t6."role" = $4::"responsibility_role"))))) AS t5 ON TRUE
                WHERE t2."process_id" = t1."id" AND (((
                        (SELECT count(*)
                        FROM
                          (SELECT v.*
                          FROM "department" AS v
                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t3
                        WHERE t3."id" IN
                          (SELECT t4."department_id"
                          FROM
                            (SELECT v.*
                            FROM "responsibility" AS v
                            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t4
                          WHERE t4."measure_id" = t2."id" AND ((t4."role" = $5::"responsibility_role"))) AND (TRUE)) >= $6::bigint)))
                GROUP BY 1,2,3
                HAVING (count(*) >= $7::bigint)
                ORDER BY count(*) DESC NULLS LAST,1 NULLS LAST,2 NULLS LAST,3 NULLS LAST
                LIMIT 5) AS t7
              CROSS JOIN LATERAL
                (SELECT t7.c3 AS "key") AS t8
              CROSS JOIN LATERAL
                (SELECT CASE WHEN t7.c0 IS NOT NULL THEN row_to_json(t8) END AS "leadDepartment",t7.c1::text AS "status",t7.c2 AS "startsOnYear") AS t9
              CROSS JOIN LATERAL
                (SELECT t7.c6::text AS "costEur") AS t10
              CROSS JOIN LATERAL
                (SELECT t7.c7 AS "startsOn") AS t11) AS "@") AS "groups") AS "@") AS "measures"
      FROM
        (SELECT v.*
        FROM "planning_process" AS v
        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t1
      WHERE t1."key" = $8) AS "@") AS "planningProcess") AS "@"
