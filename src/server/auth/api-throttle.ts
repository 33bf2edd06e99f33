import "server-only";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { database } from "../db";
import { AppError } from "../errors";
import { addressBlock } from "./address-block";

const MINUTE = 60;

const LIMITS = {
  /** Requests of one token: ten batches a second. */
  apiToken: { points: 600, duration: MINUTE },
  /** Wrong tokens from one address. */
  apiAddress: { points: 60, duration: 10 * MINUTE },
} as const;

function limiter(name: keyof typeof LIMITS): RateLimiterPostgres {
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

async function consume(name: keyof typeof LIMITS, key: string): Promise<void> {
  try {
    await limiter(name).consume(key);
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    throw tooMany(reason);
  }
}

function tooMany({ msBeforeNext }: RateLimiterRes): AppError {
  return new AppError("tooManyRequests", { seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) });
}

/** Counts a request of a token. Throws `tooManyRequests` with the seconds to wait. */
export async function countApiRequest(tokenId: number): Promise<void> {
  await consume("apiToken", String(tokenId));
}

/** Counts a wrong token against the address it came from. Throws `tooManyRequests`. */
export async function countWrongToken(address: string | null): Promise<void> {
  await consume("apiAddress", addressBlock(address));
}
