import "server-only";
import { queryRows } from "../db";
import { demoDataSql } from "./demo-data-sql";

/** Whether the province still holds invented dossiers. */
export async function hasDemoData(provinceId: number): Promise<boolean> {
  const [row] = await queryRows<{ loaded: boolean }>(`SELECT ${demoDataSql("$1::int")} AS loaded`, [provinceId]);
  return row?.loaded ?? false;
}
