import "server-only";
import { z } from "zod";

const envSchema = z.object({
  DATABASE_URL: z.string().min(1),
  /** Signs the login cookie; `npm start` makes one on the first run. */
  NEXTAUTH_SECRET: z.string().min(32).optional(),
  /** The address that people type; behind https the login cookie travels only encrypted. */
  NEXTAUTH_URL: z.url().optional(),
  /** Folder for uploaded files awaiting confirmation. */
  DUNGHEN_DATA_DIR: z.string().default(".data"),
  /** How long a connection to the database is waited for, in milliseconds: pages give up soon, background work does not. */
  DATABASE_CONNECT_MS: z.coerce.number().int().positive().default(2000),
  DATABASE_POOL_SIZE: z.coerce.number().int().positive().default(10),
});

export type Env = z.infer<typeof envSchema>;

let parsed: Env | undefined;

/** The environment, checked once. The only reader of process.env in src. */
export function env(): Env {
  parsed ??= envSchema.parse(process.env);
  return parsed;
}
