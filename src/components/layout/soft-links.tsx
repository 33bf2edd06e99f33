"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const WRITTEN_LINK = "[data-written] a[href^='/']:not([data-whole])";

/** Plain links of written content step within the product, without a new document, as Next's own links do. */
export function SoftLinks() {
  const router = useRouter();
  useEffect(() => {
    const onClick = (event: MouseEvent): void => {
      const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
      const link = event.target instanceof Element ? event.target.closest(WRITTEN_LINK) : null;
      const href = link?.getAttribute("href");
      if (!isPlain || event.defaultPrevented || !href) return;
      event.preventDefault();
      router.push(href);
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, [router]);
  return null;
}
