import type { ReactNode } from "react";
import { COMMON } from "@/lib/strings/common";

type FigureTableProps = {
  readonly children: ReactNode;
  /** Where there is room for it beside the chart. */
  readonly isOpen?: boolean;
};

/** The table twin of a chart: one click or one key away, and always on paper. */
export function FigureTable({ children, isOpen = false }: FigureTableProps) {
  return (
    <details open={isOpen} className="prints-open mt-2 max-w-3xl">
      <summary className="text-sm text-accent print:hidden">{COMMON.figures}</summary>
      {children}
    </details>
  );
}
