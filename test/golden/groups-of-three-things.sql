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
              (SELECT
                (SELECT row_to_json("@")
                FROM
                  (SELECT
                    (SELECT row_to_json("@")
                    FROM
                      (SELECT t9."key" AS "key"
                      FROM
                        (SELECT v.*
                        FROM "department" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t9
                      WHERE t9."id" = t8.c0) AS "@") AS "leadDepartment",t8.c1::text AS "status",t8.c2 AS "startsOnYear") AS "@") AS "keys",t8.c3 AS "count",t8.c4 AS "completed",
                (SELECT row_to_json("@")
                FROM
                  (SELECT t8.c5 AS "costEur") AS "@") AS "sum",
                (SELECT row_to_json("@")
                FROM
                  (SELECT t8.c6 AS "startsOn") AS "@") AS "max"
              FROM
                (SELECT t5."id" AS c0,t2."status" AS c1,to_char(earliest_day(t2."starts_on"), 'YYYY') AS c2,count(*) AS c3,count(*) FILTER (WHERE ((t2."status" = $3::"measure_status"))) AS c4,sum(t2."cost_eur")::text AS c5,max(t2."starts_on") AS c6
                FROM
                  (SELECT v.*
                  FROM "measure" AS v
                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t2
                LEFT JOIN (
                    (SELECT DISTINCT t7."measure_id" AS owner, t7."department_id" AS target
                    FROM
                      (SELECT v.*
                      FROM "responsibility" AS v
                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t7
                    WHERE t7."measure_id" IS NOT NULL AND t7."department_id" IS NOT NULL AND ((t7."role" = $4::"responsibility_role"))) AS t6 JOIN
                    (SELECT v.*
                    FROM "department" AS v
                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t5 ON t5."id" = t6.target) ON t6.owner = t2."id"
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
                LIMIT 5) AS t8) AS "@") AS "groups") AS "@") AS "measures"
      FROM
        (SELECT v.*
        FROM "planning_process" AS v
        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t1
      WHERE t1."key" = $8) AS "@") AS "planningProcess") AS "@"
