"use client";

import { MessagePage } from "@/components/layout/message-page";
import { COMMON, documentTitle } from "@/lib/strings/common";

type ErrorPageProps = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <>
      <title>{documentTitle(COMMON.errorTitle)}</title>
      <MessagePage title={COMMON.errorTitle} text={COMMON.errorText}>
        <button type="button" className="button" onClick={reset}>
          {COMMON.retry}
        </button>
        <a href="/">{COMMON.backHome}</a>
        {error.digest !== undefined && <p className="w-full text-sm">{COMMON.errorCode(error.digest)}</p>}
      </MessagePage>
    </>
  );
}
