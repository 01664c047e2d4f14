-- PostGraphile answers what its tables do not say by functions, as its documentation recommends.

CREATE SCHEMA bench;

CREATE TYPE bench.measure_group AS (theme text, lead_department text, status measure_status, starts_on_year text, count int, sum_cost_eur numeric);

-- The largest groups of all measures by theme, lead department and status.
CREATE FUNCTION bench.largest_groups(most int) RETURNS SETOF bench.measure_group LANGUAGE sql STABLE AS $$
  SELECT theme.key, department.key, g.status, NULL::text, g.count, g.sum FROM (
    SELECT a.theme_id, r.department_id, m.status, count(*)::int AS count, sum(m.cost_eur) AS sum
    FROM measure AS m
    LEFT JOIN theme_assignment AS a ON a.measure_id = m.id
    LEFT JOIN responsibility AS r ON r.measure_id = m.id AND r.role::text = 'LEAD'
    GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1 NULLS LAST, 2 NULLS LAST, 3 NULLS LAST LIMIT most) AS g
  LEFT JOIN theme ON theme.id = g.theme_id LEFT JOIN department ON department.id = g.department_id
  ORDER BY g.count DESC, g.theme_id NULLS LAST, g.department_id NULLS LAST, g.status NULLS LAST $$;

-- The groups of one theme's measures by lead department, status and year.
CREATE FUNCTION bench.groups_of_theme(theme_key text) RETURNS SETOF bench.measure_group LANGUAGE sql STABLE AS $$
  SELECT NULL::text, department.key, g.status, g.year, g.count, g.sum FROM (
    SELECT r.department_id, m.status, left(m.starts_on, 4) AS year, count(*)::int AS count, sum(m.cost_eur) AS sum
    FROM theme
    JOIN theme_assignment AS a ON a.theme_id = theme.id
    JOIN measure AS m ON m.id = a.measure_id
    LEFT JOIN responsibility AS r ON r.measure_id = m.id AND r.role::text = 'LEAD'
    WHERE theme.key = theme_key
    GROUP BY 1, 2, 3) AS g
  LEFT JOIN department ON department.id = g.department_id
  ORDER BY g.department_id NULLS LAST, g.status NULLS LAST, g.year NULLS LAST $$;
