SELECT row_to_json("@")::text AS data
FROM
  (SELECT
    (SELECT row_to_json("@")
    FROM
      (SELECT 'Department'::text AS "__typename",'department_' || t1."id" AS "id",t1."key" AS "key",COALESCE(t1."name"::text, t1."key") COLLATE german AS "label",t1."version" AS "version",to_char(t1."created_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "createdAt",CASE WHEN num_nonnulls(t1."visiting_address_street",t1."visiting_address_house_number",t1."visiting_address_postal_code",t1."visiting_address_locality") > 0 THEN
        (SELECT row_to_json("@")
        FROM
          (SELECT t1."visiting_address_street" AS "street",t1."visiting_address_postal_code" AS "postalCode") AS "@") END AS "visitingAddress",
        (SELECT COALESCE(json_agg("@"), '[]'::json)
        FROM
          (SELECT t2.value->'dayOfWeek' AS "dayOfWeek",t2.value->'opens' AS "opens"
          FROM json_array_elements(t1."service_hours"::json) AS t2) AS "@") AS "serviceHours",
        (SELECT row_to_json("@") AS json
        FROM
          (SELECT 'department_' || t3."id" AS "id",t3."key" AS "key",COALESCE(t3."name"::text, t3."key") COLLATE german AS "label",t3."version" AS "version",to_char(t3."created_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "createdAt"
          FROM
            (SELECT v.*
            FROM "department" AS v
            WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t3
          WHERE t3."id" = t1."parent_id") AS "@") AS "parent",
        (SELECT row_to_json("@")
        FROM
          (SELECT COALESCE(json_agg("@"), '[]'::json) AS "nodes"
          FROM
            (SELECT 'department_' || t4."id" AS "id",t4."key" AS "key",COALESCE(t4."name"::text, t4."key") COLLATE german AS "label",t4."version" AS "version",to_char(t4."created_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "createdAt"
            FROM
              (SELECT t4."parent_id",t4."name",t4."id",t4."key",t4."version",t4."created_at"
              FROM
                (SELECT v.*
                FROM "department" AS v
                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t4
              WHERE t4."parent_id" = t1."id" AND TRUE
              ORDER BY t4."name",t4."id"
              LIMIT 2) AS t4) AS "@") AS "@") AS "children",
        (SELECT row_to_json("@")
        FROM
          (SELECT COALESCE(json_agg("@"), '[]'::json) AS "nodes"
          FROM
            (SELECT COALESCE(t5."name"::text, t5."key") COLLATE german AS "label"
            FROM
              (SELECT t5."successor_id",t5."id",t5."name",t5."key"
              FROM
                (SELECT v.*
                FROM "department" AS v
                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t5
              WHERE t5."successor_id" = t1."id" AND TRUE
              ORDER BY t5."id"
              LIMIT 50) AS t5) AS "@") AS "@") AS "predecessor"
      FROM
        (SELECT v.*
        FROM "department" AS v
        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t1
      WHERE t1."key" = $1) AS "@") AS "amt") AS "@"
