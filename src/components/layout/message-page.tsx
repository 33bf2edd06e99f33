import type { ReactNode } from "react";

type MessagePageProps = { readonly title: string; readonly text: string; readonly children: ReactNode };

/** A page that has only something to say, and a way on. */
export function MessagePage({ title, text, children }: MessagePageProps) {
  return (
    <main id="main" tabIndex={-1} className="mx-auto max-w-[1600px] px-4 py-10 sm:px-6">
      <h1 className="text-2xl font-bold">{title}</h1>
      <p className="mt-2 max-w-[65ch]">{text}</p>
      <div className="mt-6 flex flex-wrap items-baseline gap-x-6 gap-y-2">{children}</div>
    </main>
  );
}
