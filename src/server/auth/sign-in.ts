import "server-only";
import { now } from "../clock";
import { database } from "../db";
import { AppError } from "../errors";
import { recordAudit } from "../audit/record-audit";
import { hasDemoData } from "./has-demo-data";
import { beginLoginAttempt, clearEndedThrottles } from "./login-throttle";
import { verifyPassword } from "./password-hash";
import { SESSION_LIFE } from "./session-policy";
import { hashSessionSecret, newSessionSecret } from "./session-secret";

export type SignInInput = {
  readonly username: string;
  readonly password: string;
  /** Where the request came from; null when unknown. */
  readonly address: string | null;
};

/**
 * Checks the credentials and opens a session; returns the secret for the browser's cookie.
 * Throws `loginThrottled`, or `loginFailed` without telling an unknown account, a disabled one and a wrong
 * password apart, in words or in time.
 */
export async function signIn({ username, password, address }: SignInInput): Promise<string> {
  const name = username.trim().toLowerCase();
  const attempt = await beginLoginAttempt(name, address);
  const { prisma } = database();
  const user = await prisma.user.findUnique({ where: { username: name } });
  const fits = await verifyPassword(user?.passwordHash ?? null, password);
  if (!user || !fits || user.disabledAt !== null) throw new AppError("loginFailed");
  if (user.isDemo && !(await hasDemoData(user.provinceId))) throw new AppError("loginFailed");

  await attempt.succeeded();
  const moment = now();
  await clearEndedThrottles(moment);
  const secret = newSessionSecret();
  await prisma.$transaction(async (transaction) => {
    await transaction.session.deleteMany({ where: { userId: user.id, expiresAt: { lt: moment } } });
    await transaction.session.create({
      data: {
        idHash: hashSessionSecret(secret),
        userId: user.id,
        createdAt: moment,
        lastSeen: moment,
        expiresAt: new Date(moment.getTime() + SESSION_LIFE),
        address,
      },
    });
    await recordAudit(
      transaction,
      { provinceId: user.provinceId, userId: user.id },
      { action: "signIn", subject: user.username, details: { address } },
    );
  });
  return secret;
}
