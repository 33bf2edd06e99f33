import type { ReactNode } from "react";

type TableFrameProps = {
  /** What the table is, for those who hear it. */
  readonly label: string;
  readonly children: ReactNode;
};

/**
 * Room for a wide table: on narrow screens it scrolls inside itself, on wide ones it does not clip, so that
 * the head can stay in sight.
 */
export function TableFrame({ label, children }: TableFrameProps) {
  return (
    <section aria-label={label} className="max-xl:overflow-x-auto print:overflow-visible">
      {children}
    </section>
  );
}
