import { notFound } from "next/navigation";
import { AppError } from "@/server/errors";

/** The value, or the page "Không tìm thấy" when the query finds nothing in the viewer's scope. */
export async function orNotFound<Value>(value: Promise<Value>): Promise<Value> {
  try {
    return await value;
  } catch (error) {
    if (error instanceof AppError && error.code === "notFound") notFound();
    throw error;
  }
}
