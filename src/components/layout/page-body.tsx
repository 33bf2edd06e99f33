import type { ReactNode } from "react";
import { Written } from "@/components/ui/written";

/** The content of a page, under its context bar. */
export function PageBody({ children }: { readonly children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="px-4 py-6 sm:px-6 print:px-0 print:py-2">
      <div className="mx-auto flex max-w-[1600px] flex-col">
        <Written>{children}</Written>
      </div>
    </main>
  );
}
