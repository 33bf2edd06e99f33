import { notFound } from "next/navigation";
import { AppError } from "@/server/errors";

/** What a query gives; what it does not find, or may not show, becomes the page "không tìm thấy". */
export async function orNotFound<Value>(reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === "notFound") notFound();
    throw error;
  }
}
