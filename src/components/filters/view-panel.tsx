import type { ReactNode } from "react";
import { SaveViewLink } from "@/components/views/save-view-link";
import { NAV } from "@/lib/strings/nav";

type ViewPanelProps = {
  readonly children: ReactNode;
  /** Of what is shown, where it can be kept. */
  readonly address?: string;
};

/** Where the view is changed and kept. On a phone it stands below the figures, one tap away. Not printed. */
export function ViewPanel({ children, address }: ViewPanelProps) {
  return (
    <section
      id="view"
      aria-label={NAV.changeView}
      className="mt-4 flex flex-wrap items-baseline gap-x-8 gap-y-2 [&>form]:w-full max-sm:order-last max-sm:mt-10 max-sm:border-t max-sm:border-ink max-sm:pt-4 print:hidden"
    >
      {children}
      {address !== undefined && <SaveViewLink address={address} />}
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
