import { type ThemeChoice, ThemeSwitch } from "./theme-switch";

/** What is chosen once and for every page. Not printed. */
export function SiteFooter(choice: ThemeChoice) {
  return (
    <footer className="border-t border-rule px-4 py-2 sm:px-6 print:hidden">
      <div className="mx-auto max-w-[1600px]">
        <ThemeSwitch {...choice} />
      </div>
    </footer>
  );
}
