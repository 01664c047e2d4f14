SELECT row_to_json("@")::text AS data
FROM
  (SELECT (WITH t2 AS MATERIALIZED
      (SELECT t1.*
      FROM
        (SELECT v.*
        FROM "measure" AS v
        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t1
      WHERE (((fold_marks(t1."key") LIKE
              (SELECT fold_marks($1)) OR fold_umlauts(t1."key") LIKE
              (SELECT fold_umlauts($2)))))
      ORDER BY t1."id"
      LIMIT 100), t3 AS MATERIALIZED
      (SELECT owner, target
      FROM
        (SELECT p.owner, p.target, row_number() OVER (PARTITION BY p.owner
          ORDER BY p.target) AS place
        FROM
          (SELECT t7."measure_id" AS owner, t7."theme_id" AS target
          FROM
            (SELECT v.*
            FROM "theme_assignment" AS v
            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t7
          WHERE t7."measure_id" IS NOT NULL AND t7."theme_id" IS NOT NULL AND TRUE) AS p JOIN
          (SELECT v.*
          FROM "theme" AS v
          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t6 ON t6."id" = p.target
        WHERE p.owner = ANY(ARRAY
            (SELECT id
            FROM t2))) AS p
      WHERE place <= 1),t4 AS MATERIALIZED
      (SELECT t8."id" AS id, row_to_json("@")::text AS json
      FROM
        (SELECT v.*
        FROM "theme" AS v
        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t8
      CROSS JOIN LATERAL
        (SELECT t8."key" AS "key",
          (SELECT row_to_json("@")
          FROM
            (SELECT COALESCE(json_agg("@"), '[]'::json) AS "nodes"
            FROM
              (SELECT t9."key" AS "key"
              FROM
                (SELECT t9."parent_id",t9."id",t9."key"
                FROM
                  (SELECT v.*
                  FROM "theme" AS v
                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t9
                WHERE t9."parent_id" = t8."id" AND TRUE
                ORDER BY t9."id"
                LIMIT 1) AS t9) AS "@") AS "@") AS "children") AS "@"
      WHERE t8."id" = ANY(ARRAY
          (SELECT target
          FROM t3))),t5 AS
      (SELECT owner, string_agg(json, ','
        ORDER BY id) AS list
      FROM t3 JOIN t4 ON id = target
      GROUP BY owner),t10 AS MATERIALIZED
      (SELECT p.owner, p.target
      FROM
        (SELECT DISTINCT t13."measure_id" AS owner, t13."department_id" AS target
        FROM
          (SELECT v.*
          FROM "responsibility" AS v
          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t13
        WHERE t13."measure_id" IS NOT NULL AND t13."department_id" IS NOT NULL AND ((t13."role" = $3::"responsibility_role"))) AS p
      WHERE p.owner = ANY(ARRAY
          (SELECT id
          FROM t2))),t11 AS MATERIALIZED
      (SELECT t14."id" AS id, row_to_json("@")::text AS json
      FROM
        (SELECT v.*
        FROM "department" AS v
        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t14
      CROSS JOIN LATERAL
        (SELECT t14."key" AS "key") AS "@"
      WHERE t14."id" = ANY(ARRAY
          (SELECT target
          FROM t10))),t12 AS
      (SELECT owner, string_agg(json, ','
        ORDER BY target) AS list
      FROM
        (SELECT p.owner, p.target, json, row_number() OVER (PARTITION BY p.owner
          ORDER BY p.target) AS place
        FROM t10 AS p JOIN t11 ON id = p.target) AS p
      WHERE place <= 50
      GROUP BY owner) SELECT row_to_json("@")
    FROM
      (SELECT COALESCE(json_agg("@"), '[]'::json) AS "nodes"
      FROM
        (SELECT t1."key" AS "key",('{"nodes":[' || COALESCE(t5.list, '') || ']}')::json AS "themes",('{"nodes":[' || COALESCE(t12.list, '') || ']}')::json AS "leadDepartments"
        FROM t2 AS t1
        LEFT JOIN t5 ON t5.owner = t1."id"
        LEFT JOIN t12 ON t12.owner = t1."id"
        ORDER BY t1."id") AS "@") AS "@") AS "measures",
    (SELECT row_to_json("@")
    FROM
      (SELECT COALESCE(json_agg("@"), '[]'::json) AS "nodes"
      FROM
        (SELECT t15."key" AS "key",
          (SELECT row_to_json("@")
          FROM
            (SELECT COALESCE(json_agg("@"), '[]'::json) AS "nodes"
            FROM
              (SELECT t17."key" AS "key"
              FROM
                (SELECT t17."parent_id",t17."id",t17."key"
                FROM
                  (SELECT v.*
                  FROM "theme" AS v
                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t17
                WHERE t17."parent_id" = t15."id" AND TRUE
                ORDER BY t17."id"
                LIMIT 50) AS t17) AS "@") AS "@") AS "children"
        FROM
          (SELECT t15."id",t15."key"
          FROM
            (SELECT v.*
            FROM "theme" AS v
            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t15
          WHERE (((fold_marks(t15."key") LIKE
                  (SELECT fold_marks($4)) OR fold_umlauts(t15."key") LIKE
                  (SELECT fold_umlauts($5)))))
          ORDER BY t15."id"
          LIMIT 100) AS t15) AS "@") AS "@") AS "themes") AS "@"
