import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { inDataFolder } from "./paths";

export function writeSecret(name: string, text: string): void {
  const file = inDataFolder(name);
  writeFileSync(file, text, { mode: 0o600 });
  chmodSync(file, 0o600);
}

/** The key that signs login cookies: that of the environment, or one made on the first run. */
export function loginSecret(): string {
  const given = process.env.NEXTAUTH_SECRET;
  if (given) return given;
  const file = inDataFolder("nextauth-secret");
  if (!existsSync(file)) writeSecret("nextauth-secret", randomBytes(48).toString("base64url"));
  return readFileSync(file, "utf8").trim();
}
