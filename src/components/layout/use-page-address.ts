"use client";

import { usePathname, useSearchParams } from "next/navigation";

/** Path and parameters of the page that is shown, the same however it was come to. */
export function usePageAddress(): string {
  return `${usePathname()}?${useSearchParams()}`;
}

/** The address that the browser shows, in the same form. */
export function shownAddress(): string {
  return `${location.pathname}?${new URLSearchParams(location.search)}`;
}
