import { randomBytes } from "node:crypto";
import type { Role } from "@/lib/access/roles";
import { operatorViewer } from "@/server/auth/operator-viewer";
import { addUser } from "@/server/mutations/add-user";
import type { SmallProvince } from "./small-province";

export const GOOD_PASSWORD = "lua-chin-tren-dong-xa";

/** Opens an account in a unit of the province, as the operator would, and returns its name. */
export async function makeAccount(province: SmallProvince, unitCode: string, role: Role): Promise<string> {
  const username = `u${randomBytes(6).toString("hex")}`;
  await addUser(operatorViewer(province.id), {
    username,
    displayName: "Người Thử",
    role,
    unitId: province.units[unitCode]?.id ?? 0,
    password: GOOD_PASSWORD,
  });
  return username;
}
