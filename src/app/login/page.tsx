import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { readTheme } from "@/app/read-theme";
import { submitTheme } from "@/app/theme-actions";
import { LoginForm } from "@/components/login/login-form";
import { LoginPanel } from "@/components/login/login-panel";
import { safeNext } from "@/lib/access/safe-next";
import type { SearchParams } from "@/lib/filters";
import { AUTH } from "@/lib/strings/auth";
import { documentTitle } from "@/lib/strings/common";
import { findViewer } from "@/server/auth/find-viewer";
import { submitLogin } from "./actions";

export const metadata: Metadata = { title: documentTitle(AUTH.title) };

export default async function LoginPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const next = safeNext(typeof params.next === "string" ? params.next : null);
  if (await findViewer()) redirect(next);
  return (
    <LoginPanel notice={noticeOf(params)} theme={await readTheme()} choose={submitTheme}>
      <LoginForm action={submitLogin} next={next} />
    </LoginPanel>
  );
}

function noticeOf({ ended, left }: SearchParams): string | null {
  if (ended === "1") return AUTH.ended;
  if (left === "here") return AUTH.signedOut;
  return left === "everywhere" ? AUTH.signedOutEverywhere : null;
}
