-- The city's administration, plans, themes, spaces and purses, once per city.

INSERT INTO department (id, key, name, short_name, kind, valid_from, parent_id, visiting_address_street,
  visiting_address_house_number, visiting_address_postal_code, visiting_address_locality, email, phone, service_hours, note)
SELECT pg_temp.id(1, n), 'department-' || n,
  CASE WHEN i = 0 THEN 'Stadtverwaltung Gera' WHEN i < 7 THEN 'Dezernat ' || i
    WHEN i < 27 THEN 'Amt für ' || area ELSE 'Abteilung ' || area END
    || CASE WHEN n < 60 THEN '' ELSE ' ' || n / 60 + 1 END,
  CASE WHEN i BETWEEN 7 AND 26 THEN 'A' || i END,
  (CASE WHEN i = 0 THEN 'MUNICIPALITY' WHEN i < 7 THEN 'DEPARTMENT' WHEN i < 27 THEN 'OFFICE' ELSE 'DIVISION' END)::department_kind,
  CASE WHEN pg_temp.chance(n, 31, 40) THEN pg_temp.partial_date(1990 + pg_temp.pick(n, 32, 30), n, 33) END,
  CASE WHEN i = 0 THEN NULL WHEN i < 7 THEN pg_temp.id(1, n - i) WHEN i < 27 THEN pg_temp.id(1, n - i + 1 + i % 6)
    ELSE pg_temp.id(1, n - i + 7 + i % 20) END,
  'Kornmarkt', (1 + i)::text, '07545', 'Gera', 'stelle' || n || '@gera.example', '0365 838-' || 1000 + i,
  CASE WHEN i BETWEEN 7 AND 26 THEN '[{"dayOfWeek": "TUESDAY", "opens": "09:00", "closes": "18:00"}]' ELSE '[]' END::jsonb,
  CASE WHEN pg_temp.chance(n, 34, 20) THEN pg_temp.prose(n) END
FROM generate_series(0, 60 * pg_temp.cities() - 1) AS n, LATERAL (SELECT (n % 60)::int AS i) AS place,
  LATERAL (SELECT pg_temp.one_of('{Soziales,Jugend und Bildung,Stadtplanung,Grünflächen,Verkehr,Hochbau,Kultur,Brandschutz,
    Gebäudewirtschaft,Bürgerservice,Umwelt,Wohnförderung}', n, 30) AS area) AS named;

INSERT INTO organisation (id, key, name, kind, role)
SELECT pg_temp.id(2, n), 'organisation-' || n, pg_temp.one_of('{Förderverein,Genossenschaft,Stiftung,Landesamt,Universität,
    Bürgerinitiative}', n, 40) || ' ' || pg_temp.place(n),
  CASE WHEN pg_temp.chance(n, 41, 80) THEN
    pg_temp.one_of('{ASSOCIATION,AUTHORITY,COMPANY,FOUNDATION,FUNDER,UNIVERSITY}', n, 42)::organisation_kind END,
  CASE WHEN pg_temp.chance(n, 43, 30) THEN 'Träger' END
FROM generate_series(0, 30 * pg_temp.cities() - 1) AS n;

INSERT INTO planning_process (id, key, title, short_title, kind, status, started_on, period_start, period_end,
  lead_department_id, goals_count, measures_count, note)
SELECT pg_temp.id(3, n), 'process-' || n,
  pg_temp.one_of('{Integriertes Stadtentwicklungskonzept,Sozialplan,Klimaschutzkonzept,Schulnetzplan,Wohnungskonzept,
    Spielplatzkonzept,Wärmeplanung,Verkehrskonzept}', n, 50) || ' ' || 2005 + n % 20,
  CASE WHEN pg_temp.chance(n, 51, 50) THEN 'Plan ' || n END,
  pg_temp.one_of('{URBAN_DEVELOPMENT_CONCEPT,SOCIAL_PLAN,CLIMATE_CONCEPT,SCHOOL_NETWORK_PLAN,HOUSING_CONCEPT,HEAT_PLANNING}',
    n, 52)::planning_process_kind,
  CASE WHEN pg_temp.chance(n, 53, 70) THEN
    pg_temp.one_of('{IN_PREPARATION,ADOPTED,IN_PROGRESS,ONGOING,COMPLETED}', n, 54)::planning_process_status END,
  CASE WHEN pg_temp.chance(n, 55, 60) THEN pg_temp.partial_date((2004 + n % 20)::int, n, 56) END,
  CASE WHEN pg_temp.chance(n, 59, 80) THEN (2005 + n % 20)::text END,
  CASE WHEN pg_temp.chance(n, 60, 60) THEN (2010 + n % 20)::text END,
  CASE WHEN pg_temp.chance(n, 61, 80) THEN pg_temp.id(1, n / 40 * 60 + 7 + pg_temp.pick(n, 62, 20)) END,
  CASE WHEN pg_temp.chance(n, 63, 50) THEN 5 + pg_temp.pick(n, 64, 40) END,
  CASE WHEN pg_temp.chance(n, 65, 50) THEN 20 + pg_temp.pick(n, 66, 200) END,
  CASE WHEN pg_temp.chance(n, 67, 20) THEN pg_temp.prose(n) END
FROM generate_series(0, 40 * pg_temp.cities() - 1) AS n;

-- Three trees per city, four levels deep: 1 root, 4 below it, 20 below those, 75 leaves.
INSERT INTO theme (id, key, title, code, kind, parent_id, process_id, seq, note)
SELECT pg_temp.id(4, n), 'theme-' || n,
  pg_temp.one_of('{Wohnen,Mobilität,Bildung,Grün und Wasser,Gesundheit,Begegnung,Größe und Würde,Öffentlicher Raum,
    Kultur,Wirtschaft,Klimaanpassung,Familie}', n, 70) || ' ' || pg_temp.place(n),
  (n / 100 + 1) || '.' || i,
  (CASE WHEN i = 0 THEN 'FIELD_OF_ACTION' WHEN i < 5 THEN 'FOCUS' WHEN i < 25 THEN 'LEAD_PROJECT' ELSE 'TOPIC' END)::theme_kind,
  CASE WHEN i = 0 THEN NULL WHEN i < 5 THEN pg_temp.id(4, n - i) WHEN i < 25 THEN pg_temp.id(4, n - i + 1 + i % 4)
    ELSE pg_temp.id(4, n - i + 5 + i % 20) END,
  pg_temp.id(3, n / 300 * 40 + n / 100 % 3), i, CASE WHEN pg_temp.chance(n, 71, 15) THEN pg_temp.prose(n) END
FROM generate_series(0, 300 * pg_temp.cities() - 1) AS n, LATERAL (SELECT (n % 100)::int AS i) AS place;

INSERT INTO spatial_unit (id, key, name, kind, code, parent_id, population, population_as_of, area_ha)
SELECT pg_temp.id(5, n), 'space-' || n, CASE WHEN i = 0 THEN 'Gera' ELSE 'Bezirk ' || pg_temp.place(n) END,
  (CASE WHEN i = 0 THEN 'CITY' WHEN i < 25 THEN 'STATISTICAL_DISTRICT' ELSE 'FUNDING_AREA' END)::spatial_unit_kind,
  i::text, CASE WHEN i > 0 THEN pg_temp.id(5, n - i) END,
  CASE WHEN i < 25 THEN 500 + pg_temp.pick(n, 80, 9000) END, CASE WHEN i < 25 THEN '2023-12-31' END,
  CASE WHEN pg_temp.chance(n, 81, 70) THEN round(20 + pg_temp.pick(n, 82, 90000) / 100.0, 2) END
FROM generate_series(0, 40 * pg_temp.cities() - 1) AS n, LATERAL (SELECT (n % 40)::int AS i) AS place;

INSERT INTO funding_programme (id, key, title, short_title, level, funder_id, period_start, period_end, co_funding_rate, volume_eur)
SELECT pg_temp.id(6, n), 'programme-' || n,
  pg_temp.one_of('{Städtebauförderung,Sozialer Zusammenhalt,Zukunft Stadtgrün,Europäischer Sozialfonds,Kommunale Wärmewende,
    Jugend stärken}', n, 90) || ' ' || n % 60,
  CASE WHEN pg_temp.chance(n, 91, 60) THEN 'FP ' || n END,
  pg_temp.one_of('{EU,FEDERAL,STATE,MUNICIPAL,FOUNDATION}', n, 92)::funding_level,
  CASE WHEN pg_temp.chance(n, 93, 80) THEN pg_temp.id(2, n / 60 * 30 + pg_temp.pick(n, 94, 30)) END,
  (2000 + n % 20)::text, CASE WHEN pg_temp.chance(n, 95, 60) THEN (2007 + n % 20)::text END,
  CASE WHEN pg_temp.chance(n, 96, 70) THEN 30 + pg_temp.pick(n, 97, 61) END,
  CASE WHEN pg_temp.chance(n, 98, 40) THEN pg_temp.pick(n, 99, 5000) * 10000.00 END
FROM generate_series(0, 60 * pg_temp.cities() - 1) AS n;

INSERT INTO source (id, key, title, url, publisher, kind)
SELECT pg_temp.id(7, n), 'source-' || n, 'Meldung: ' || pg_temp.work_title(n),
  CASE WHEN pg_temp.chance(n, 100, 90) THEN 'https://quelle.example/' || n END,
  CASE WHEN pg_temp.chance(n, 101, 80) THEN pg_temp.one_of('{Stadt Gera,Ostthüringer Zeitung,Freistaat Thüringen}', n, 102) END,
  CASE WHEN pg_temp.chance(n, 103, 90) THEN pg_temp.one_of('{CITY_PAGE,NEWS,PROGRAMME_PAGE,DOCUMENT}', n, 104)::source_kind END
FROM generate_series(0, 1000 * pg_temp.cities() - 1) AS n;
