import "server-only";
import { z } from "zod";
import { canManageUsers, ROLES, type Role } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { requireUnit } from "../access/scope";
import { recordAudit } from "../audit/record-audit";
import { checkPassword } from "../auth/check-password";
import { hashPassword } from "../auth/password-hash";
import { database } from "../db";
import { AppError } from "../errors";

const inputSchema = z.object({
  username: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/),
  displayName: z.string().trim().min(1).max(120),
  role: z.enum(ROLES),
  unitId: z.number().int().positive(),
  password: z.string(),
});

export type AddUserInput = z.input<typeof inputSchema>;

/** Roles that act for the whole province belong to its root unit: what they import reaches every unit. */
function needsProvince(role: Role): boolean {
  switch (role) {
    case "admin":
    case "province_office":
    case "province_leader":
    case "inspector":
      return true;
    case "district_leader":
    case "commune_officer":
      return false;
  }
}

/**
 * Opens an account in a unit of the viewer's province and returns its id. Throws `notFound` for viewers who
 * manage no users and for units out of scope, `invalidInput` with `field` and `reason`.
 */
export async function addUser(viewer: Viewer, input: AddUserInput): Promise<number> {
  if (!canManageUsers(viewer.role)) throw new AppError("notFound", { what: "user" });
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) {
    throw new AppError("invalidInput", {
      field: String(parsed.error.issues[0]?.path[0] ?? "input"),
      reason: "malformed",
    });
  }
  const { password, ...account } = parsed.data;
  const unit = await requireUnit(viewer, account.unitId);
  if (needsProvince(account.role) !== (unit.parentId === null)) {
    throw new AppError("invalidInput", { field: "unit", reason: "unfitForRole" });
  }
  const problem = checkPassword(password, account.username);
  if (problem !== null) throw new AppError("invalidInput", { field: "password", reason: problem });
  const passwordHash = await hashPassword(password);

  return database().prisma.$transaction(async (transaction) => {
    const created = await transaction.user.createManyAndReturn({
      data: [{ ...account, provinceId: viewer.provinceId, passwordHash }],
      skipDuplicates: true,
      select: { id: true },
    });
    const [user] = created;
    if (!user) throw new AppError("invalidInput", { field: "username", reason: "taken" });
    await recordAudit(transaction, viewer, {
      action: "addUser",
      subject: account.username,
      details: { role: account.role, unitId: account.unitId },
    });
    return user.id;
  });
}
