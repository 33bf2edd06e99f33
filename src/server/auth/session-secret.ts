import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, base64url: what the browser holds. */
export function newSessionSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database holds: reading the table lets nobody in. */
export function hashSessionSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
