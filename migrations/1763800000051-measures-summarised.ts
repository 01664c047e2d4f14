import type { MigrationInterface, QueryRunner } from "typeorm";

/** Measures by theme, leading department and state, with their costs. Printed from the declarations. */
export class MeasuresSummarised1763800000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}

const STATEMENTS = [
  `SELECT keep_summary('measure_by_theme_lead_department_status', 'a88822f33f5983de', '{by_theme,by_lead_department,by_status}', '{sum_cost_eur}', 'SELECT ''PUBLIC'' AS sight, p.* FROM (SELECT t1."id" AS id,t2."id" AS by_theme,t4."id" AS by_lead_department,t1."status" AS by_status,t1."cost_eur" AS sum_cost_eur FROM (SELECT v.* FROM "measure" AS v WHERE v.publication = ''PUBLISHED'' AND v.visibility = ''PUBLIC'') AS t1 LEFT JOIN LATERAL (SELECT t2.* FROM (SELECT v.* FROM "theme" AS v WHERE v.publication = ''PUBLISHED'' AND v.visibility = ''PUBLIC'') AS t2 WHERE t2."id" = ANY(ARRAY(SELECT t3."theme_id" FROM (SELECT v.* FROM "theme_assignment" AS v WHERE v.publication = ''PUBLISHED'' AND v.visibility = ''PUBLIC'') AS t3
      WHERE t3."measure_id" = t1."id" AND TRUE))) AS t2 ON TRUE LEFT JOIN LATERAL (SELECT t4.* FROM (SELECT v.* FROM "department" AS v WHERE v.publication = ''PUBLISHED'' AND v.visibility = ''PUBLIC'') AS t4 WHERE t4."id" = ANY(ARRAY(SELECT t5."department_id" FROM (SELECT v.* FROM "responsibility" AS v WHERE v.publication = ''PUBLISHED'' AND v.visibility = ''PUBLIC'') AS t5
      WHERE t5."measure_id" = t1."id" AND ((t5."role" = ''LEAD''::"responsibility_role"))))) AS t4 ON TRUE) AS p UNION ALL SELECT ''STAFF'' AS sight, p.* FROM (SELECT t1."id" AS id,t2."id" AS by_theme,t4."id" AS by_lead_department,t1."status" AS by_status,t1."cost_eur" AS sum_cost_eur FROM (SELECT v.* FROM "measure" AS v WHERE v.publication = ''PUBLISHED'') AS t1 LEFT JOIN LATERAL (SELECT t2.* FROM (SELECT v.* FROM "theme" AS v WHERE v.publication = ''PUBLISHED'') AS t2 WHERE t2."id" = ANY(ARRAY(SELECT t3."theme_id" FROM (SELECT v.* FROM "theme_assignment" AS v WHERE v.publication = ''PUBLISHED'') AS t3
      WHERE t3."measure_id" = t1."id" AND TRUE))) AS t2 ON TRUE LEFT JOIN LATERAL (SELECT t4.* FROM (SELECT v.* FROM "department" AS v WHERE v.publication = ''PUBLISHED'') AS t4 WHERE t4."id" = ANY(ARRAY(SELECT t5."department_id" FROM (SELECT v.* FROM "responsibility" AS v WHERE v.publication = ''PUBLISHED'') AS t5
      WHERE t5."measure_id" = t1."id" AND ((t5."role" = ''LEAD''::"responsibility_role"))))) AS t4 ON TRUE) AS p', 'SELECT c.id FROM changed AS c WHERE c.via = '''' UNION SELECT s."measure_id" FROM changed AS c JOIN public."theme_assignment" AS s ON s."theme_id" = c.id WHERE c.via = ''THEME'' UNION SELECT s."measure_id" FROM changed AS c JOIN public."responsibility" AS s ON s."department_id" = c.id WHERE c.via = ''LEAD_DEPARTMENT''', '[{"table":"measure","column":"id","via":"","columns":["id","publication","visibility","status","cost_eur"]},{"table":"theme_assignment","column":"measure_id","via":""},{"table":"theme","column":"id","via":"THEME","columns":["id","publication","visibility"]},{"table":"responsibility","column":"measure_id","via":""},{"table":"department","column":"id","via":"LEAD_DEPARTMENT","columns":["id","publication","visibility"]}]')`,
];
