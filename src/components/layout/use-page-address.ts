"use client";

import { usePathname, useSearchParams } from "next/navigation";

/** Path and parameters of the page that is shown, the same however it was come to. */
export function usePageAddress(): string {
  return `${usePathname()}?${useSearchParams()}`;
}
