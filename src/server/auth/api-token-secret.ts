import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** Lets a secret that leaked into a text be found and recognised. */
const PREFIX = "dunghen_";

/** 256 random bits after the prefix: what the other system holds. */
export function newApiTokenSecret(): string {
  return `${PREFIX}${randomBytes(32).toString("base64url")}`;
}

/** What the database holds: reading the table lets nobody in. */
export function hashApiTokenSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
