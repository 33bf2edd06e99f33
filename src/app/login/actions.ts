"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { safeNext } from "@/lib/access/safe-next";
import { describeError } from "@/lib/strings/errors";
import { clientAddress } from "@/server/auth/client-address";
import { findViewer } from "@/server/auth/find-viewer";
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from "@/server/auth/session-cookie";
import { signIn } from "@/server/auth/sign-in";
import { signOut } from "@/server/auth/sign-out";
import { signOutEverywhere } from "@/server/auth/sign-out-everywhere";
import { AppError } from "@/server/errors";

export type LoginState = { readonly username: string; readonly message: string | null };

function field(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, 1000) : "";
}

/** Signs in and leaves for the page that was asked for; otherwise returns the sentence to show. */
export async function submitLogin(_previous: LoginState, form: FormData): Promise<LoginState> {
  const username = field(form, "username");
  try {
    const before = await readSessionCookie();
    const secret = await signIn({
      username,
      password: field(form, "password"),
      address: clientAddress(await headers()),
    });
    if (before !== null) await signOut(before);
    await writeSessionCookie(secret);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { username: username.slice(0, 100), message: describeError(error.code, error.params) };
  }
  redirect(safeNext(field(form, "next")));
}

/** Ends the session of this browser. */
export async function submitSignOut(): Promise<void> {
  const secret = await readSessionCookie();
  if (secret !== null) await signOut(secret);
  await clearSessionCookie();
  redirect("/login?left=here");
}

/** Ends the sessions of this account on all devices. */
export async function submitSignOutEverywhere(): Promise<void> {
  const viewer = await findViewer();
  if (viewer) await signOutEverywhere(viewer);
  await clearSessionCookie();
  redirect("/login?left=everywhere");
}
