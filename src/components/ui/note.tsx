import type { ReactNode } from "react";

/** A line under a table: what its figures mean. */
export function Note({ children }: { readonly children: ReactNode }) {
  return <p className="mt-2 max-w-[120ch] text-xs text-pretty text-secondary">{children}</p>;
}
