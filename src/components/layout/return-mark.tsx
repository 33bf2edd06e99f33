"use client";

import { useEffect, useRef } from "react";
import { shownAddress, usePageAddress } from "./use-page-address";

const ROW = "tr, li";

function keyOf(address: string): string {
  return `left ${address}`;
}

/** The document itself was come back to. */
function isReloadedByHistory(): boolean {
  return performance
    .getEntriesByType("navigation")
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type === "back_forward");
}

/** The row of the link that led away from here is marked, and the focus is where it was. */
function markRow(address: string): void {
  const href = sessionStorage.getItem(keyOf(address));
  if (href === null) return;
  const link = [...document.querySelectorAll<HTMLAnchorElement>("main a")].find(
    (one) => one.getAttribute("href") === href,
  );
  link?.closest(ROW)?.setAttribute("data-left", "");
  link?.focus({ preventScroll: true });
}

/** Whoever goes back by the browser's own button comes to the same place, and sees it. */
export function ReturnMark() {
  const address = usePageAddress();
  // The page that is left may do its part only now: the address tells whom the way back leads to.
  const returnsTo = useRef<string | null>(null);
  useEffect(() => {
    const onReturn = (): void => {
      returnsTo.current = shownAddress();
    };
    window.addEventListener("popstate", onReturn);
    return () => window.removeEventListener("popstate", onReturn);
  }, []);
  useEffect(() => {
    const isReturn = returnsTo.current === null ? isReloadedByHistory() : returnsTo.current === address;
    if (isReturn) markRow(address);
    if (isReturn || returnsTo.current === null) returnsTo.current = "";
    const onClick = ({ target }: MouseEvent): void => {
      returnsTo.current = "";
      const href = target instanceof Element ? target.closest("main a")?.getAttribute("href") : null;
      if (href) sessionStorage.setItem(keyOf(address), href);
    };
    const onShow = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) markRow(address);
    };
    document.addEventListener("click", onClick, true);
    window.addEventListener("pageshow", onShow);
    return () => {
      document.removeEventListener("click", onClick, true);
      window.removeEventListener("pageshow", onShow);
    };
  }, [address]);
  return null;
}
