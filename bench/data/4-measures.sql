-- Measures and what hangs on them. The numbers are per city: 3,000 measures, 4,500 assignments to themes,
-- 6,000 responsibilities, 4,000 grants, 6,000 statements.

INSERT INTO measure (id, key, title, code, status, status_as_of, starts_on, ends_on, cost_eur, cost_precision,
  description, parent_id, process_id, owner_id)
SELECT pg_temp.id(8, n), 'measure-' || n, pg_temp.work_title(n),
  CASE WHEN pg_temp.chance(n, 110, 60) THEN i / 300 + 1 || '.' || i / 30 % 10 + 1 || '.' || i % 30 END,
  status, CASE WHEN status IS NOT NULL AND pg_temp.chance(n, 112, 50) THEN pg_temp.partial_date(2024, n, 113) END,
  CASE WHEN pg_temp.chance(n, 116, 75) THEN pg_temp.partial_date(year, n, 117) END,
  CASE WHEN pg_temp.chance(n, 120, 50) THEN pg_temp.partial_date(year + 1 + pg_temp.pick(n, 121, 6), n, 122) END,
  cost, CASE WHEN cost IS NOT NULL AND pg_temp.chance(n, 127, 70) THEN
    pg_temp.one_of('{EXACT,ROUNDED,ESTIMATED,AT_LEAST}', n, 128)::"precision" END,
  CASE WHEN pg_temp.chance(n, 129, 60) THEN pg_temp.prose(n) END,
  CASE WHEN i % 10 = 9 THEN pg_temp.id(8, n - 1 - pg_temp.pick(n, 130, 9)) END,
  CASE WHEN pg_temp.chance(n, 131, 90) THEN pg_temp.id(3, city * 40 + pg_temp.pick(n, 132, 40)) END,
  CASE WHEN pg_temp.chance(n, 133, 50) THEN pg_temp.id(1, city * 60 + pg_temp.pick(n, 134, 60)) END
FROM generate_series(0, 3000 * pg_temp.cities() - 1) AS n, LATERAL (
  SELECT n % 3000 AS i, n / 3000 AS city, 2005 + pg_temp.pick(n, 115, 20) AS year,
    CASE WHEN pg_temp.chance(n, 111, 70) THEN
      pg_temp.one_of('{PLANNED,IN_PROGRESS,ONGOING,COMPLETED,COMPLETED,ENDED,NOT_IMPLEMENTED}', n, 114)::measure_status END AS status,
    CASE WHEN pg_temp.chance(n, 124, 50) THEN
      round((power(10, 3 + pg_temp.pick(n, 125, 5)) * (1 + pg_temp.pick(n, 126, 900) / 100.0))::numeric, 2) END AS cost) AS made;

-- Every measure has a theme, every other one a second.
INSERT INTO theme_assignment (id, key, measure_id, theme_id, basis, reason)
SELECT pg_temp.id(9, n), 'assignment-' || n, pg_temp.id(8, m),
  pg_temp.id(4, m / 3000 * 300 + (pg_temp.pick(m, 140, 300) + n % 3 / 2 * (1 + pg_temp.pick(m, 141, 299))) % 300),
  (CASE WHEN pg_temp.chance(n, 142, 80) THEN 'SOURCE' ELSE 'EDITORIAL' END)::statement_basis,
  CASE WHEN pg_temp.chance(n, 143, 10) THEN 'Steht im Abschnitt über dieses Thema.' END
FROM generate_series(0, 4500 * pg_temp.cities() - 1) AS n,
  -- of three assignments the first belongs to an even measure, the other two to the odd one after it
  LATERAL (SELECT n / 3 * 2 + CASE n % 3 WHEN 0 THEN 0 ELSE 1 END AS m) AS of_measure;

-- Every measure has a lead; the second agent takes part, is a partner from outside, or leads too.
INSERT INTO responsibility (id, key, measure_id, department_id, organisation_id, role, valid_from, valid_to, basis)
SELECT pg_temp.id(10, n), 'responsibility-' || n, pg_temp.id(8, m),
  CASE WHEN role <> 'PARTNER' THEN
    pg_temp.id(1, m / 3000 * 60 + (pg_temp.pick(m, 150, 60) + n % 2 * (1 + pg_temp.pick(m, 151, 59))) % 60) END,
  CASE WHEN role = 'PARTNER' THEN pg_temp.id(2, m / 3000 * 30 + pg_temp.pick(m, 152, 30)) END,
  role::responsibility_role,
  CASE WHEN pg_temp.chance(n, 153, 30) THEN pg_temp.partial_date(2010 + pg_temp.pick(n, 154, 8), n, 155) END,
  CASE WHEN pg_temp.chance(n, 158, 10) THEN pg_temp.partial_date(2019 + pg_temp.pick(n, 159, 5), n, 160) END,
  (CASE WHEN pg_temp.chance(n, 163, 90) THEN 'SOURCE' ELSE 'EDITORIAL' END)::statement_basis
FROM generate_series(0, 6000 * pg_temp.cities() - 1) AS n, LATERAL (SELECT n / 2 AS m,
  CASE WHEN n % 2 = 0 THEN 'LEAD' WHEN pg_temp.chance(n, 164, 70) THEN 'PARTICIPATING'
    WHEN pg_temp.chance(n, 165, 67) THEN 'PARTNER' ELSE 'LEAD' END AS role) AS part;

INSERT INTO funding_grant (id, key, programme_id, measure_id, amount_eur, amount_precision, year, decided_on,
  share_percent, stage, stage_basis, note)
SELECT pg_temp.id(11, n), 'grant-' || n, pg_temp.id(6, city * 60 + pg_temp.pick(n, 170, 60)),
  pg_temp.id(8, city * 3000 + pg_temp.pick(n, 171, 3000)), amount,
  CASE WHEN amount IS NOT NULL THEN pg_temp.one_of('{EXACT,ROUNDED,ESTIMATED}', n, 174)::"precision" END,
  CASE WHEN pg_temp.chance(n, 175, 80) THEN year END,
  CASE WHEN pg_temp.chance(n, 176, 50) THEN pg_temp.partial_date(year, n, 177) END,
  CASE WHEN pg_temp.chance(n, 180, 30) THEN 10 * (1 + pg_temp.pick(n, 181, 9)) END,
  pg_temp.one_of('{PLANNED,APPLIED,PROMISED,GRANTED,GRANTED,SPENT,FUNDED}', n, 182)::grant_stage,
  CASE WHEN pg_temp.chance(n, 183, 60) THEN 'SOURCE'::statement_basis END,
  CASE WHEN pg_temp.chance(n, 184, 10) THEN 'Nachtrag möglich' END
FROM generate_series(0, 4000 * pg_temp.cities() - 1) AS n, LATERAL (
  SELECT n / 4000 AS city, 2006 + pg_temp.pick(n, 172, 19) AS year,
    CASE WHEN pg_temp.chance(n, 173, 85) THEN round((1 + pg_temp.pick(n, 185, 900)) * 1234.56, 2) END AS amount) AS made;

INSERT INTO measure_spatial_units (measure_id, spatial_units_id)
SELECT pg_temp.id(8, n), pg_temp.id(5, n / 3000 * 40 + (pg_temp.pick(n, 190, 40) + part) % 40)
FROM generate_series(0, 3000 * pg_temp.cities() - 1) AS n, generate_series(0, 1) AS part
WHERE pg_temp.chance(n * 2 + part, 191, 50);

-- The first statement says where the measure comes from, the second what a source says of one attribute.
INSERT INTO statement (id, key, subject_id, source_id, attribute, value, rank, basis, reason, locator, position)
SELECT pg_temp.id(12, n), 'statement-' || n, pg_temp.id(8, n / 2),
  CASE WHEN n % 2 = 0 OR pg_temp.chance(n, 200, 90) THEN pg_temp.id(7, n / 6000 * 1000 + pg_temp.pick(n, 201, 1000)) END,
  CASE WHEN n % 2 = 1 THEN pg_temp.one_of('{costEur,status,startsOn,endsOn}', n, 202) END,
  CASE WHEN n % 2 = 1 THEN (1 + pg_temp.pick(n, 203, 900))::text END,
  pg_temp.one_of('{PREFERRED,NORMAL,NORMAL,DEPRECATED}', n, 204)::statement_rank, 'SOURCE',
  CASE WHEN pg_temp.chance(n, 205, 10) THEN 'Die Zahl steht so im Beschluss.' END,
  CASE WHEN pg_temp.chance(n, 206, 40) THEN 'Seite ' || 1 + pg_temp.pick(n, 207, 120) END, (n % 2)::int
FROM generate_series(0, 6000 * pg_temp.cities() - 1) AS n;
