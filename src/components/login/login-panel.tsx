import type { ReactNode } from "react";
import { type ThemeChoice, ThemeSwitch } from "@/components/layout/theme-switch";
import { AUTH } from "@/lib/strings/auth";
import { COMMON } from "@/lib/strings/common";

type LoginPanelProps = ThemeChoice & {
  /** What happened before, e.g. that the login has ended; null when there is nothing to say. */
  readonly notice: string | null;
  readonly children: ReactNode;
};

/** The page before the product: its name, its purpose, and the form. */
export function LoginPanel({ notice, children, ...choice }: LoginPanelProps) {
  return (
    <main id="main" tabIndex={-1} data-theme={choice.theme} className="mx-auto w-full max-w-sm px-4 py-16">
      <p className="text-base font-semibold">{COMMON.product}</p>
      <p className="text-secondary text-sm">{COMMON.purpose}</p>
      <h1 className="mt-10 mb-4 text-2xl font-bold">{AUTH.title}</h1>
      {notice !== null && (
        <p role="status" className="mb-4 text-sm">
          {notice}
        </p>
      )}
      {children}
      <p className="text-secondary mt-10 mb-4 text-xs">{AUTH.help}</p>
      <ThemeSwitch {...choice} />
    </main>
  );
}
