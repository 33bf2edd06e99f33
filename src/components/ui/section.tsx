import type { ReactNode } from "react";

type SectionProps = { readonly id: string; readonly title: string; readonly children: ReactNode };

/** A part of a page under its own heading. */
export function Section({ id, title, children }: SectionProps) {
  return (
    <section className="mt-10">
      <h2 id={id} className="mb-2 text-xl font-semibold text-balance">
        {title}
      </h2>
      {children}
    </section>
  );
}
