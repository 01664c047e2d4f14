import type { MigrationInterface, QueryRunner } from "typeorm";

/** Keys of functions named their person, and so did those of what is said of them: they name place and role instead. */
export class FunctionsWithoutNames1763800000047 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TEMPORARY TABLE renamed ON COMMIT DROP AS
      SELECT h.id, h.key AS old, min(d.key || '--' || lower(replace(h.role::text, '_', '-'))) AS new
      FROM role_holding AS h JOIN department AS d ON d.id = h.department_id JOIN person AS p ON p.id = h.person_id
      WHERE h.key = d.key || '--' || p.key GROUP BY h.id, h.key`);
    // Two people in one role of one department keep what tells them apart.
    await runner.query(`DELETE FROM renamed WHERE new IN (SELECT new FROM renamed GROUP BY new HAVING count(*) > 1)`);
    await runner.query(`UPDATE role_holding AS h SET key = r.new FROM renamed AS r WHERE r.id = h.id`);
    await runner.query(
      `UPDATE statement AS s SET key = replace(s.key, r.old, r.new) FROM renamed AS r WHERE r.id = s.subject_id`,
    );
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}
