"use client";

import { REPORTS } from "@/lib/strings/reports";

/** Opens the printing of the page. Without JavaScript it is not shown: the browser's own key does the same. */
export function PrintButton() {
  return (
    <button
      type="button"
      className="needs-script cursor-pointer text-accent hover:underline more:underline"
      onClick={() => window.print()}
    >
      {REPORTS.print}
    </button>
  );
}
