SELECT row_to_json("@")::text AS data
FROM
  (SELECT
    (SELECT row_to_json("@")
    FROM
      (SELECT t1."title" AS "title",t1."code" AS "code",
        (SELECT row_to_json("@") AS json
        FROM
          (SELECT t2."title" AS "title"
          FROM
            (SELECT v.*
            FROM "theme" AS v
            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t2
          WHERE t2."id" = t1."parent_id") AS "@") AS "parent",
        (SELECT row_to_json("@")
        FROM
          (SELECT COALESCE(json_agg("@"), '[]'::json) AS "nodes"
          FROM
            (SELECT t3."key" AS "key",t3."ends_on" AS "endsOn",t6.json AS "parent",
              (SELECT row_to_json("@")
              FROM
                (SELECT COALESCE(json_agg("@"), '[]'::json) AS "nodes"
                FROM
                  (SELECT t7."name" AS "name"
                  FROM
                    (SELECT t7."id",t7."name"
                    FROM
                      (SELECT v.*
                      FROM "spatial_unit" AS v
                      WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t7
                    WHERE t7."id" = ANY(ARRAY
                        (SELECT p."spatial_units_id"
                        FROM "measure_spatial_units" AS p
                        WHERE p."measure_id" = t3."id")) AND TRUE
                    ORDER BY t7."id"
                    LIMIT 50) AS t7) AS "@") AS "@") AS "spatialUnits"
            FROM
              (SELECT t3."id",t3."key",t3."ends_on",t3."parent_id"
              FROM
                (SELECT v.*
                FROM "measure" AS v
                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t3
              WHERE t3."id" = ANY(ARRAY
                  (SELECT t4."measure_id"
                  FROM
                    (SELECT v.*
                    FROM "theme_assignment" AS v
                    WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t4
                  WHERE t4."theme_id" = t1."id" AND TRUE)) AND TRUE
              ORDER BY t3."key",t3."id"
              LIMIT 2) AS t3
            LEFT JOIN LATERAL
              (SELECT row_to_json("@") AS json
              FROM
                (SELECT t5."key" AS "key"
                FROM
                  (SELECT v.*
                  FROM "measure" AS v
                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t5
                WHERE t5."id" = t3."parent_id") AS "@" OFFSET 0) AS t6 ON TRUE) AS "@") AS "@") AS "measures"
      FROM
        (SELECT v.*
        FROM "theme" AS v
        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t1
      WHERE t1."key" = $1) AS "@") AS "theme",
    (SELECT row_to_json("@")
    FROM
      (SELECT
        (SELECT count(*)
        FROM
          (SELECT v.*
          FROM "theme" AS v
          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t8
        WHERE ((t8."title" = $2::text))) AS "totalCount",COALESCE(array_to_json(page.c0[1:50]), '[]'::json) AS "nodes",
        (SELECT row_to_json("@")
        FROM
          (SELECT CASE WHEN LEAST(page.read, 50) > 0 THEN rtrim(translate(encode(convert_to(json_build_array(''::text, (page.k0[LEAST(page.read, 50)])::text)::text, 'UTF8'), 'base64'), E'+/ ', '-_'), '=') END AS "endCursor",page.read > 50 AS "hasNextPage") AS "@") AS "pageInfo",
        (SELECT row_to_json("@")
        FROM
          (SELECT t9.c0 AS "count",
            (SELECT row_to_json("@")
            FROM
              (SELECT to_char(t9.c1 AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "createdAt") AS "@") AS "min"
          FROM
            (SELECT count(*) AS c0,min(t8."created_at") AS c1
            FROM
              (SELECT v.*
              FROM "theme" AS v
              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t8
            WHERE ((t8."title" = $3::text))) AS t9) AS "@") AS "aggregate",
        (SELECT CASE WHEN count(*) > 1000 THEN too_many('groups') ELSE COALESCE(json_agg("@"), '[]'::json) END
        FROM
          (SELECT t10.c1 AS "count"
          FROM
            (SELECT t8."kind" AS c0,count(*) AS c1
            FROM
              (SELECT v.*
              FROM "theme" AS v
              WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t8
            WHERE ((t8."title" = $4::text))
            GROUP BY 1
            HAVING TRUE
            ORDER BY 1 NULLS LAST
            LIMIT 1001) AS t10) AS "@") AS "groups"
      FROM
        (SELECT array_agg(row_to_json(t11)) AS c0,count(*) AS read,array_agg(t8."id") AS k0
        FROM
          (SELECT t8."id",t8."title",t8."key",t8."created_at",t8."kind"
          FROM
            (SELECT v.*
            FROM "theme" AS v
            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t8
          WHERE ((t8."title" = $5::text))
          ORDER BY t8."id"
          LIMIT 51) AS t8
        CROSS JOIN LATERAL
          (SELECT t8."key" AS "key") AS t11) AS page) AS "@") AS "none") AS "@"
