import type { ReactNode } from "react";
import { NAV } from "@/lib/strings/nav";

/** Where the view is changed. On a phone it stands below the figures, one tap away. Not printed. */
export function ViewPanel({ children }: { readonly children: ReactNode }) {
  return (
    <section
      id="view"
      aria-label={NAV.changeView}
      className="mt-4 max-sm:order-last max-sm:mt-10 max-sm:border-t max-sm:border-ink max-sm:pt-4 print:hidden"
    >
      {children}
    </section>
  );
}

/** The tap. */
export function ViewPanelLink() {
  return (
    <a href="#view" className="mt-2 text-sm sm:hidden print:hidden">
      {NAV.changeView} ↓
    </a>
  );
}
