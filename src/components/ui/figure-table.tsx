import type { ReactNode } from "react";
import { COMMON } from "@/lib/strings/common";

/** The table twin of a chart: one click or one key away, and always on paper. */
export function FigureTable({ children }: { readonly children: ReactNode }) {
  return (
    <details className="prints-open mt-2 max-w-3xl">
      <summary className="text-sm text-accent print:hidden">{COMMON.figures}</summary>
      {children}
    </details>
  );
}
