"use client";

import { FailurePage } from "@/components/layout/failure-page";
import { COMMON } from "@/lib/strings/common";

type ErrorPageProps = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <FailurePage code={error.digest ?? null}>
      <button type="button" className="button" onClick={reset}>
        {COMMON.retry}
      </button>
    </FailurePage>
  );
}
