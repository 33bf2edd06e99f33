import { hashPassword } from "@/server/auth/password-hash";
import { database, queryRows } from "@/server/db";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "./demo-accounts";

/**
 * Opens the demo accounts that do not exist yet. An account of that name that somebody made is left alone.
 * Throws when a unit is missing: reference data come first.
 */
export async function loadDemoAccounts(): Promise<void> {
  for (const { provinceKey, unitCode, unitName, ...account } of DEMO_ACCOUNTS) {
    const [unit] = await queryRows<{ id: number; provinceId: number }>(
      `SELECT u.id, u.province_id AS "provinceId" FROM unit u JOIN province p ON p.id = u.province_id
        WHERE p.key = $1 AND u.code = $2 AND u.name = $3`,
      [provinceKey, unitCode, unitName],
    );
    if (!unit) throw new Error(`unit ${unitCode} of ${provinceKey} is missing`);
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    await database().prisma.user.createMany({
      data: [{ ...account, provinceId: unit.provinceId, unitId: unit.id, passwordHash, isDemo: true }],
      skipDuplicates: true,
    });
  }
}
