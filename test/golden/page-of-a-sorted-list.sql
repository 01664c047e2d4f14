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
        WHERE ((t1."status" IS DISTINCT FROM $1::"measure_status")) AND ((t1."cost_eur" >= $2::numeric AND t1."cost_eur" <= $3::numeric)) AND (EXISTS
            (SELECT 1
            FROM
              (SELECT v.*
              FROM "planning_process" AS v
              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t3
            WHERE t3."id" = t1."process_id" AND (TRUE)))) AS "totalCount",COALESCE(array_to_json(array_reverse(page.c0[1:3])), '[]'::json) AS "edges",
        (SELECT row_to_json("@")
        FROM
          (SELECT false AS "hasNextPage",page.read > 3 AS "hasPreviousPage",CASE WHEN LEAST(page.read, 3) > 0 THEN rtrim(translate(encode(convert_to(json_build_array('PROCESS_TITLE ASC LAST,COST_EUR DESC FIRST'::text, (page.k0[LEAST(page.read, 3)])::text,(page.k1[LEAST(page.read, 3)])::text,(page.k2[LEAST(page.read, 3)])::text)::text, 'UTF8'), 'base64'), E'+/ ', '-_'), '=') END AS "startCursor",CASE WHEN LEAST(page.read, 3) > 0 THEN rtrim(translate(encode(convert_to(json_build_array('PROCESS_TITLE ASC LAST,COST_EUR DESC FIRST'::text, (page.k0[1])::text,(page.k1[1])::text,(page.k2[1])::text)::text, 'UTF8'), 'base64'), E'+/ ', '-_'), '=') END AS "endCursor") AS "@") AS "pageInfo"
      FROM
        (SELECT array_agg(row_to_json(t6)) AS c0,count(*) AS read,array_agg(
            (SELECT t2."title"
            FROM
              (SELECT v.*
              FROM "planning_process" AS v
              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t2
            WHERE t2."id" = t1."process_id")) AS k0,array_agg(t1."cost_eur") AS k1,array_agg(t1."id") AS k2
        FROM
          (SELECT t1."process_id",t1."cost_eur",t1."id",t1."status",t1."key"
          FROM
            (SELECT v.*
            FROM "measure" AS v
            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t1
          WHERE ((t1."status" IS DISTINCT FROM $4::"measure_status")) AND ((t1."cost_eur" >= $5::numeric AND t1."cost_eur" <= $6::numeric)) AND (EXISTS
              (SELECT 1
              FROM
                (SELECT v.*
                FROM "planning_process" AS v
                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t3
              WHERE t3."id" = t1."process_id" AND (TRUE)))
          ORDER BY
            (SELECT t2."title"
            FROM
              (SELECT v.*
              FROM "planning_process" AS v
              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t2
            WHERE t2."id" = t1."process_id") DESC,t1."cost_eur",t1."id" DESC
          LIMIT 4) AS t1
        LEFT JOIN LATERAL
          (SELECT row_to_json("@") AS json
          FROM
            (SELECT t4."title" AS "title"
            FROM
              (SELECT v.*
              FROM "planning_process" AS v
              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t4
            WHERE t4."id" = t1."process_id") AS "@" OFFSET 0) AS t5 ON TRUE
        CROSS JOIN LATERAL
          (SELECT rtrim(translate(encode(convert_to(json_build_array('PROCESS_TITLE ASC LAST,COST_EUR DESC FIRST'::text, (
                        (SELECT t2."title"
                        FROM
                          (SELECT v.*
                          FROM "planning_process" AS v
                          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t2
                        WHERE t2."id" = t1."process_id"))::text,(t1."cost_eur")::text,(t1."id")::text)::text, 'UTF8'), 'base64'), E'+/ ', '-_'), '=') AS "cursor",
            (SELECT row_to_json("@")
            FROM
              (SELECT t1."key" AS "key",t1."cost_eur"::text AS "costEur",t5.json AS "process") AS "@") AS "node") AS t6) AS page) AS "@") AS "measures") AS "@"
