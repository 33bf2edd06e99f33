import Link from "next/link";
import { COMMON } from "@/lib/strings/common";
import { NAV } from "@/lib/strings/nav";
import type { Theme } from "@/lib/theme";
import { KeyboardShortcuts } from "./keyboard-shortcuts";
import { type NavItem, NavLinks } from "./nav-links";
import { SiteSearch } from "./site-search";

type SiteHeaderProps = {
  readonly displayName: string;
  readonly unitName: string;
  readonly items: readonly NavItem[];
  /** The whole page follows it; see `tokens.css`. */
  readonly theme: Theme;
  readonly signOut: () => Promise<void>;
  readonly signOutEverywhere: () => Promise<void>;
};

/** The product's name, its parts, and whoever is signed in. Not printed. */
export function SiteHeader({ displayName, unitName, items, theme, ...verbs }: SiteHeaderProps) {
  const { signOut, signOutEverywhere } = verbs;
  return (
    <header data-theme={theme} className="border-b border-rule bg-paper px-4 sm:px-6 print:hidden">
      <div className="mx-auto flex max-w-[1600px] flex-wrap items-baseline gap-x-6 gap-y-1 py-2 text-sm">
        <Link href="/" prefetch={false} className="mr-auto text-base font-bold text-ink max-sm:mr-0">
          {COMMON.product}
        </Link>
        <div className="flex items-baseline gap-x-4 max-sm:grow">
          <SiteSearch />
          <KeyboardShortcuts />
        </div>
        <form className="flex items-baseline gap-x-4 max-sm:w-full">
          <span className="min-w-0 truncate max-sm:mr-auto">
            {displayName}
            <span className="text-secondary max-sm:hidden"> · {unitName}</span>
          </span>
          <button type="submit" formAction={signOut} className="shrink-0 cursor-pointer text-accent hover:underline">
            {NAV.signOut}
          </button>
          <button
            type="submit"
            formAction={signOutEverywhere}
            className="shrink-0 cursor-pointer text-accent hover:underline max-sm:hidden"
          >
            {NAV.signOutEverywhere}
          </button>
        </form>
        <NavLinks items={items} />
      </div>
    </header>
  );
}
