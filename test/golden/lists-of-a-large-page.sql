SELECT row_to_json("@")::text AS data
FROM
  (SELECT (WITH t2 AS MATERIALIZED
      (SELECT t1.*
      FROM
        (SELECT v.*
        FROM "measure" AS v
        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t1
      WHERE (((fold_marks(t1."key") LIKE fold_marks($1) OR fold_umlauts(t1."key") LIKE fold_umlauts($2))))
      ORDER BY t1."id"
      LIMIT 100), t3 AS MATERIALIZED
      (SELECT owner, target
      FROM
        (SELECT p.owner, p.target, row_number() OVER (PARTITION BY p.owner
          ORDER BY p.target) AS place
        FROM
          (SELECT t8."measure_id" AS owner, t8."theme_id" AS target
          FROM
            (SELECT v.*
            FROM "theme_assignment" AS v
            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t8
          WHERE t8."measure_id" IS NOT NULL AND t8."theme_id" IS NOT NULL AND TRUE) AS p JOIN
          (SELECT v.*
          FROM "theme" AS v
          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t6 ON t6."id" = p.target
        WHERE p.owner = ANY(ARRAY
            (SELECT id
            FROM t2))) AS p
      WHERE place <= 1),t4 AS MATERIALIZED
      (SELECT t7."id" AS id, row_to_json("@")::text AS json
      FROM
        (SELECT v.*
        FROM "theme" AS v
        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t7
      CROSS JOIN LATERAL
        (SELECT t7."key" AS "key",
          (SELECT row_to_json("@")
          FROM
            (SELECT COALESCE(json_agg("@"), '[]'::json) AS "nodes"
            FROM
              (SELECT t9."key" AS "key"
              FROM
                (SELECT t9.*
                FROM
                  (SELECT v.*
                  FROM "theme" AS v
                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t9
                WHERE t9."parent_id" = t7."id" AND TRUE
                ORDER BY t9."id"
                LIMIT 1) AS t9) AS "@") AS "@") AS "children") AS "@"
      WHERE t7."id" = ANY(ARRAY
          (SELECT target
          FROM t3))),t5 AS
      (SELECT owner, string_agg(json, ','
        ORDER BY id) AS list
      FROM t3 JOIN t4 ON id = target
      GROUP BY owner),t10 AS MATERIALIZED
      (SELECT owner, target
      FROM
        (SELECT p.owner, p.target, row_number() OVER (PARTITION BY p.owner
          ORDER BY p.target) AS place
        FROM
          (SELECT DISTINCT t15."measure_id" AS owner, t15."department_id" AS target
          FROM
            (SELECT v.*
            FROM "responsibility" AS v
            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t15
          WHERE t15."measure_id" IS NOT NULL AND t15."department_id" IS NOT NULL AND ((t15."role" = $3::"responsibility_role"))) AS p JOIN
          (SELECT v.*
          FROM "department" AS v
          WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t13 ON t13."id" = p.target
        WHERE p.owner = ANY(ARRAY
            (SELECT id
            FROM t2))) AS p
      WHERE place <= 50),t11 AS MATERIALIZED
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
        ORDER BY id) AS list
      FROM t10 JOIN t11 ON id = target
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
        (SELECT t16."key" AS "key",
          (SELECT row_to_json("@")
          FROM
            (SELECT COALESCE(json_agg("@"), '[]'::json) AS "nodes"
            FROM
              (SELECT t18."key" AS "key"
              FROM
                (SELECT t18.*
                FROM
                  (SELECT v.*
                  FROM "theme" AS v
                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t18
                WHERE t18."parent_id" = t16."id" AND TRUE
                ORDER BY t18."id"
                LIMIT 50) AS t18) AS "@") AS "@") AS "children"
        FROM
          (SELECT t16.*
          FROM
            (SELECT v.*
            FROM "theme" AS v
            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t16
          WHERE (((fold_marks(t16."key") LIKE fold_marks($4) OR fold_umlauts(t16."key") LIKE fold_umlauts($5))))
          ORDER BY t16."id"
          LIMIT 100) AS t16) AS "@") AS "@") AS "themes") AS "@"
