"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { NAV } from "@/lib/strings/nav";

export type NavItem = { readonly href: string; readonly label: string };

/** The parts of the product; the one shown is marked. */
export function NavLinks({ items }: { readonly items: readonly NavItem[] }) {
  const path = usePathname();
  return (
    <nav aria-label={NAV.main} className="w-full">
      <ul className="flex flex-wrap gap-x-6 max-sm:gap-x-4">
        {items.map(({ href, label }) => {
          const isCurrent = path === href || path.startsWith(`${href}/`);
          return (
            <li key={href}>
              <Link
                href={href}
                prefetch={false}
                aria-current={isCurrent ? "page" : undefined}
                className={isCurrent ? "font-semibold text-ink" : undefined}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
