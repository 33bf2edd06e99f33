import "server-only";
import { randomBytes } from "node:crypto";
import { hash, type Options, verify } from "@node-rs/argon2";
import { AppError } from "../errors";
import { takeTurns } from "./take-turns";

/** argon2id (the library's default kind), 19 MiB and two passes: the least that OWASP asks for. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Each hash fills a core and 19 MiB: a flood of logins must neither starve the pages nor pile up. */
const inTurn = takeTurns(2, 100, () => new AppError("loginThrottled", { minutes: 1 }));

let decoy: Promise<string> | undefined;

/** The same password typed on two keyboards can differ in its code points: compare them composed. */
function toBytes(password: string): string {
  return password.normalize("NFKC");
}

/** PHC string of the password. */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(toBytes(password), COST));
}

/**
 * Whether the password fits. Without a hash (unknown account) it takes as long, and does not. Throws
 * `loginThrottled` when too many wait for their turn.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(18).toString("base64"));
  const other = await decoy;
  const fits = await inTurn(() => verify(passwordHash ?? other, toBytes(password)));
  return fits && passwordHash !== null;
}
