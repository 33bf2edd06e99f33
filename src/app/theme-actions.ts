"use server";

import { cookies, headers } from "next/headers";
import { parseTheme, THEME_COOKIE } from "@/lib/theme";
import { isSecureRequest } from "@/server/auth/is-secure-request";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps the theme in this browser; the page it was chosen on comes back in it. */
export async function submitTheme(form: FormData): Promise<void> {
  const theme = parseTheme(form.get("theme"));
  const jar = await cookies();
  if (theme === "system") {
    jar.delete(THEME_COOKIE);
    return;
  }
  jar.set(THEME_COOKIE, theme, {
    maxAge: YEAR_SECONDS,
    httpOnly: true,
    sameSite: "lax",
    secure: isSecureRequest(await headers()),
  });
}
