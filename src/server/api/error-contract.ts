import "server-only";
import { z } from "zod";
import { APP_ERROR_CODES } from "../errors";

/** What every failure answers: a stable code, and its sentence. */
export const errorSchema = z.object({ error: z.enum(APP_ERROR_CODES), message: z.string() });
