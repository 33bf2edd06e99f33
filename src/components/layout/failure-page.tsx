import type { ReactNode } from "react";
import { COMMON, documentTitle } from "@/lib/strings/common";
import { MessagePage } from "./message-page";

type FailurePageProps = {
  /** The way to try again. */
  readonly children: ReactNode;
  /** Under which the log has it; null where nobody knows. */
  readonly code: string | null;
};

/** What failed, what is still true, and a code to quote. */
export function FailurePage({ children, code }: FailurePageProps) {
  return (
    <>
      <title>{documentTitle(COMMON.errorTitle)}</title>
      <MessagePage title={COMMON.errorTitle} text={COMMON.errorText}>
        {children}
        <a href="/">{COMMON.backHome}</a>
        {code !== null && <p className="w-full text-sm">{COMMON.errorCode(code)}</p>}
      </MessagePage>
    </>
  );
}
