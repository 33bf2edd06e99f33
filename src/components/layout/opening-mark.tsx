"use client";

import { useEffect, useState } from "react";
import { usePageAddress } from "./use-page-address";

/** Told to the document by whatever opens a page without a click on a link. */
export const OPENING = "page-opening";
/** Longer than this nobody waits; the browser may have been stopped. */
const MOST_MS = 15_000;

function leadsAway(event: MouseEvent): boolean {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href^='/']") : null;
  if (!link || link.pathname.startsWith("/api/")) return false;
  return link.pathname !== location.pathname || link.search !== location.search;
}

/** While a page is on its way the figures shown are not those asked for: they stand back, and a line says so. */
export function OpeningMark({ text }: { readonly text: string }) {
  const address = usePageAddress();
  const [openedFrom, setOpenedFrom] = useState<string | null>(null);
  useEffect(() => {
    const open = (): void => setOpenedFrom(address);
    const close = (): void => setOpenedFrom(null);
    const onClick = (event: MouseEvent): void => {
      if (leadsAway(event)) open();
    };
    const onSubmit = ({ target }: SubmitEvent): void => {
      if (target instanceof HTMLFormElement && target.method === "get") open();
    };
    document.addEventListener("click", onClick, true);
    document.addEventListener("submit", onSubmit, true);
    document.addEventListener(OPENING, open);
    window.addEventListener("pageshow", close);
    return () => {
      document.removeEventListener("click", onClick, true);
      document.removeEventListener("submit", onSubmit, true);
      document.removeEventListener(OPENING, open);
      window.removeEventListener("pageshow", close);
    };
  }, [address]);
  useEffect(() => {
    if (openedFrom === null) return;
    const patience = setTimeout(() => setOpenedFrom(null), MOST_MS);
    return () => clearTimeout(patience);
  }, [openedFrom]);
  if (openedFrom !== address) return null;
  return (
    <p role="status" className="opening print:hidden">
      {text}
    </p>
  );
}
