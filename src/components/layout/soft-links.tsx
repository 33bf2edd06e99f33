"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { usePageAddress } from "./use-page-address";

const WRITTEN_LINK = "[data-written] a[href^='/']:not([data-whole])";

/** Plain links of written content step within the product, without a new document, as Next's own links do. */
export function SoftLinks() {
  const router = useRouter();
  const address = usePageAddress();
  const step = useRef<{ readonly href: string; readonly from: string }>(undefined);
  useEffect(() => {
    const onClick = (event: MouseEvent): void => {
      const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
      const link = event.target instanceof Element ? event.target.closest(WRITTEN_LINK) : null;
      const href = link?.getAttribute("href");
      if (!isPlain || event.defaultPrevented || !href) return;
      event.preventDefault();
      step.current = { href, from: address };
      router.push(href);
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, [router, address]);
  useEffect(() => {
    if (step.current === undefined || step.current.from === address) return;
    keepFocus(step.current.href);
    step.current = undefined;
  }, [address]);
  return null;
}

/** The link that was followed may stand on the new page too (the usual periods do): the focus stays with it. */
function keepFocus(href: string): void {
  if (document.activeElement !== document.body) return;
  const links = [...document.querySelectorAll<HTMLElement>(WRITTEN_LINK)];
  links.find((link) => link.getAttribute("href") === href)?.focus({ preventScroll: true });
}
