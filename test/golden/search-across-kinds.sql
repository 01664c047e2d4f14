SELECT row_to_json("@")::text AS data
FROM
  (SELECT
    (SELECT row_to_json("@")
    FROM
      (SELECT
        (SELECT count(*)
        FROM search_document AS t1,
          (SELECT search_query($1::text) AS words, folded, NULLIF(written, folded) AS marked, longest_word(folded) AS part, NULLIF(umlauts, folded) AS umlauts, longest_word(NULLIF(umlauts, folded)) AS umlauts_part,
            (SELECT string_agg(replace(replace(replace(replace(replace(word, 'ss', '(?:ss|ß)'), 'a', '[aäáàâ]'), 'o', '[oöóòô]'), 'u', '[uüúùû]'), 'e', '[eéèê]'), '|')
            FROM regexp_split_to_table(concat_ws(' ', folded, umlauts), '[^[:alnum:]]+') AS word
            WHERE length(word) >= 3) AS pattern
          FROM
            (SELECT lower($2::text) AS written, fold_marks($3::text) AS folded, regexp_replace(fold_marks($4::text), '([aou])e', '\1', 'g') AS umlauts OFFSET 0) AS q OFFSET 0) AS t2
        WHERE ((t1.kind = 'Department' AND EXISTS
              (SELECT 1
              FROM
                (SELECT v.*
                FROM "department" AS v
                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t3
              WHERE t3."id" = t1.node_id)) OR (t1.kind = 'Goal' AND EXISTS
              (SELECT 1
              FROM
                (SELECT v.*
                FROM "goal" AS v
                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t4
              WHERE t4."id" = t1.node_id)) OR (t1.kind = 'Measure' AND EXISTS
              (SELECT 1
              FROM
                (SELECT v.*
                FROM "measure" AS v
                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t5
              WHERE t5."id" = t1.node_id)) OR (t1.kind = 'SpatialUnit' AND EXISTS
              (SELECT 1
              FROM
                (SELECT v.*
                FROM "spatial_unit" AS v
                WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t6
              WHERE t6."id" = t1.node_id))) AND numnode(t2.words) > 0 AND t1.node_id = ANY(ARRAY
            (SELECT d.node_id
            FROM search_document AS d
            WHERE d.document @@ t2.words UNION SELECT d.node_id
            FROM search_document AS d
            WHERE d.folded LIKE t2.part AND contains_words(d.folded, t2.folded) UNION SELECT d.node_id
            FROM search_document AS d
            WHERE d.folded LIKE t2.umlauts_part AND contains_words(d.folded, t2.umlauts) UNION SELECT d.node_id
            FROM search_document AS d
            WHERE t2.folded <% d.folded_title UNION SELECT d.node_id
            FROM search_document AS d
            WHERE t2.umlauts <% d.folded_title))) AS "totalCount",found.c0 AS "hits"
      FROM
        (SELECT COALESCE(array_to_json(array_agg(
                (SELECT row_to_json("@")
                FROM
                  (SELECT h.snippet AS "snippet",CASE h.kind WHEN 'Department' THEN
                    (SELECT row_to_json("@")
                    FROM
                      (SELECT 'Department'::text AS "__typename",COALESCE(t7."name"::text, t7."key") COLLATE german AS "label",t7."phone" AS "phone"
                      FROM
                        (SELECT v.*
                        FROM "department" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t7
                      WHERE t7."id" = h.node_id) AS "@") WHEN 'Goal' THEN
                    (SELECT row_to_json("@")
                    FROM
                      (SELECT 'Goal'::text AS "__typename",COALESCE(t8."title"::text, t8."key") COLLATE german AS "label"
                      FROM
                        (SELECT v.*
                        FROM "goal" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t8
                      WHERE t8."id" = h.node_id) AS "@") WHEN 'Measure' THEN
                    (SELECT row_to_json("@")
                    FROM
                      (SELECT 'Measure'::text AS "__typename",COALESCE(t9."title"::text, t9."key") COLLATE german AS "label",t9."status"::text AS "status"
                      FROM
                        (SELECT v.*
                        FROM "measure" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t9
                      WHERE t9."id" = h.node_id) AS "@") WHEN 'SpatialUnit' THEN
                    (SELECT row_to_json("@")
                    FROM
                      (SELECT 'SpatialUnit'::text AS "__typename",COALESCE(t10."name"::text, t10."key") COLLATE german AS "label"
                      FROM
                        (SELECT v.*
                        FROM "spatial_unit" AS v
                        WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t10
                      WHERE t10."id" = h.node_id) AS "@") END AS "node") AS "@"))), '[]'::json) AS c0
        FROM
          (SELECT t1.node_id, t1.kind, round((ts_rank(t1.document, t2.words) + GREATEST(word_similarity(t2.folded, t1.folded_title), word_similarity(t2.umlauts, t1.folded_title)) + GREATEST(similarity(t2.folded, t1.folded_title), similarity(t2.umlauts, t1.folded_title)) + CASE WHEN NOT starts_with(lower(t1.title), t2.marked) THEN 0 WHEN starts_with(t1.folded_title || ' ', t2.folded || ' ') OR starts_with(t1.folded_title || ' ', t2.umlauts || ' ') THEN 1 WHEN starts_with(t1.folded_title || ' ', t2.folded || '') OR starts_with(t1.folded_title || ' ', t2.umlauts || '') THEN 0.5 ELSE 0 END + CASE WHEN strpos(lower(t1.title), t2.marked) > 0 THEN 0.5 ELSE 0 END)::numeric, 4)::float8 AS score,
            (SELECT CASE WHEN strpos(stems, '<mark>') > 0 THEN stems ELSE
              (SELECT CASE WHEN place > 0 THEN regexp_replace(CASE WHEN length(text) > GREATEST(place - 60, 1) + 240 THEN regexp_replace(CASE WHEN place > 60 + 1 THEN regexp_replace(substr(text, GREATEST(place - 60, 1), 240), '^\S*\s', '') ELSE substr(text, GREATEST(place - 60, 1), 240) END, '\s\S*$', '') ELSE CASE WHEN place > 60 + 1 THEN regexp_replace(substr(text, GREATEST(place - 60, 1), 240), '^\S*\s', '') ELSE substr(text, GREATEST(place - 60, 1), 240) END END, '(?<!&)([[:alnum:]]*(?:' || t2.pattern || ')[[:alnum:]]*)', '<mark>\1</mark>', 'gi') ELSE stems END
              FROM
                (SELECT regexp_instr(text, t2.pattern, 1, 1, 0, 'i') AS place OFFSET 0) AS p) END
            FROM
              (SELECT text, ts_headline('public.stadtgraph', text, t2.words, 'StartSel=<mark>, StopSel=</mark>, MaxWords=30, MinWords=12') AS stems
              FROM
                (SELECT replace(replace(replace(t1.title || ' ' || t1.body, '&', '&amp;'), '<', '&lt;'), '>', '&gt;') AS text OFFSET 0) AS t OFFSET 0) AS t) AS snippet
          FROM search_document AS t1,
            (SELECT search_query($5::text) AS words, folded, NULLIF(written, folded) AS marked, longest_word(folded) AS part, NULLIF(umlauts, folded) AS umlauts, longest_word(NULLIF(umlauts, folded)) AS umlauts_part,
              (SELECT string_agg(replace(replace(replace(replace(replace(word, 'ss', '(?:ss|ß)'), 'a', '[aäáàâ]'), 'o', '[oöóòô]'), 'u', '[uüúùû]'), 'e', '[eéèê]'), '|')
              FROM regexp_split_to_table(concat_ws(' ', folded, umlauts), '[^[:alnum:]]+') AS word
              WHERE length(word) >= 3) AS pattern
            FROM
              (SELECT lower($6::text) AS written, fold_marks($7::text) AS folded, regexp_replace(fold_marks($8::text), '([aou])e', '\1', 'g') AS umlauts OFFSET 0) AS q OFFSET 0) AS t2
          WHERE ((t1.kind = 'Department' AND EXISTS
                (SELECT 1
                FROM
                  (SELECT v.*
                  FROM "department" AS v
                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t3
                WHERE t3."id" = t1.node_id)) OR (t1.kind = 'Goal' AND EXISTS
                (SELECT 1
                FROM
                  (SELECT v.*
                  FROM "goal" AS v
                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t4
                WHERE t4."id" = t1.node_id)) OR (t1.kind = 'Measure' AND EXISTS
                (SELECT 1
                FROM
                  (SELECT v.*
                  FROM "measure" AS v
                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t5
                WHERE t5."id" = t1.node_id)) OR (t1.kind = 'SpatialUnit' AND EXISTS
                (SELECT 1
                FROM
                  (SELECT v.*
                  FROM "spatial_unit" AS v
                  WHERE v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC') AS t6
                WHERE t6."id" = t1.node_id))) AND numnode(t2.words) > 0 AND t1.node_id = ANY(ARRAY
              (SELECT d.node_id
              FROM search_document AS d
              WHERE d.document @@ t2.words UNION SELECT d.node_id
              FROM search_document AS d
              WHERE d.folded LIKE t2.part AND contains_words(d.folded, t2.folded) UNION SELECT d.node_id
              FROM search_document AS d
              WHERE d.folded LIKE t2.umlauts_part AND contains_words(d.folded, t2.umlauts) UNION SELECT d.node_id
              FROM search_document AS d
              WHERE t2.folded <% d.folded_title UNION SELECT d.node_id
              FROM search_document AS d
              WHERE t2.umlauts <% d.folded_title))
          ORDER BY score DESC, t1.node_id
          LIMIT 4) AS h) AS found) AS "@") AS "search") AS "@"
