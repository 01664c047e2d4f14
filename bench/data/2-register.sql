-- The register of nodes, which triggers would fill row by row: the rows that follow and the search refer to it.

INSERT INTO node (id, kind)
SELECT pg_temp.id(number, n), kind
FROM (VALUES (1, 'Department', 60), (2, 'Organisation', 30), (3, 'PlanningProcess', 40), (4, 'Theme', 300), (5, 'SpatialUnit', 40),
  (6, 'FundingProgramme', 60), (7, 'Source', 1000), (8, 'Measure', 3000), (9, 'ThemeAssignment', 4500),
  (10, 'Responsibility', 6000), (11, 'FundingGrant', 4000), (12, 'Statement', 6000)) AS kinds (number, kind, per_city),
  generate_series(0, per_city * pg_temp.cities() - 1) AS n;
