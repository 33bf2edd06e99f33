import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { database } from "../db";
import { AppError } from "../errors";
import { addressBlock } from "./address-block";

const MINUTE = 60;

/**
 * Failures allowed in a window that begins with the first. The windows are short, and further attempts do
 * not lengthen them: whoever hammers an account from one address shuts out that address, not its owner.
 */
const LIMITS = {
  /** One account from one address. */
  pair: { points: 5, duration: 5 * MINUTE },
  /** One account from wherever: against guessing from many addresses. */
  account: { points: 30, duration: 5 * MINUTE },
  /** One address: an office behind one line has many people who mistype. */
  address: { points: 60, duration: 10 * MINUTE },
} as const;
type LimitName = keyof typeof LIMITS;

function limiter(name: LimitName): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: database().pool,
    storeType: "pool",
    tableName: "login_throttle",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    ...LIMITS[name],
  });
}

/** Hashed: people type passwords into the box for the name. */
function keyOf(...parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("base64url");
}

export type LoginAttempt = {
  /** Takes the attempt back: the password was right. */
  succeeded(): Promise<void>;
};

/**
 * Counts an attempt before its password is looked at, so that many at once cannot slip through.
 * Throws `loginThrottled` with the minutes to wait.
 */
export async function beginLoginAttempt(username: string, address: string | null): Promise<LoginAttempt> {
  const block = addressBlock(address);
  const steps = [
    { limit: limiter("pair"), key: keyOf(username, block) },
    { limit: limiter("address"), key: keyOf(block) },
    { limit: limiter("account"), key: keyOf(username) },
  ];
  for (const { limit, key } of steps) {
    try {
      await limit.consume(key);
    } catch (reason) {
      if (!(reason instanceof RateLimiterRes)) throw reason;
      throw new AppError("loginThrottled", { minutes: Math.max(1, Math.ceil(reason.msBeforeNext / 60_000)) });
    }
  }
  return {
    async succeeded() {
      for (const { limit, key } of steps) await limit.reward(key);
    },
  };
}

/** Forgets windows that ended more than an hour ago. */
export async function clearEndedThrottles(moment: Date): Promise<void> {
  await database().prisma.loginThrottle.deleteMany({ where: { expire: { lt: moment.getTime() - 60 * 60_000 } } });
}
