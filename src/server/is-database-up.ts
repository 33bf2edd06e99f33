import "server-only";
import { queryRows } from "./db";

/** Whether the database answers. Holds nothing of anyone, so it has no viewer. */
export async function isDatabaseUp(): Promise<boolean> {
  try {
    await queryRows("SELECT 1", []);
    return true;
  } catch {
    return false;
  }
}
