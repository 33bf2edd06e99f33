import Link from "next/link";
import { Written } from "@/components/ui/written";
import type { CalendarDay } from "@/lib/sla";
import { COMMON } from "@/lib/strings/common";
import { freshness, NAV } from "@/lib/strings/nav";
import { PaperFoot } from "./paper-foot";

export type PathStep = {
  readonly name: string;
  /** Null: the place itself. */
  readonly href: string | null;
  /** Cut where it is long, left out on a phone. */
  readonly isMinor?: boolean;
};

/** A day on which units began or ended. */
export type UnitDay = { readonly on: CalendarDay; readonly began: number; readonly ended: number };

export type Freshness = {
  readonly asOf: CalendarDay | null;
  readonly isDemo: boolean;
  readonly zone: string;
  readonly sources: readonly { readonly name: string; readonly importedAt: string }[];
  /** Where figures before and after are not of the same units. */
  readonly changes: readonly UnitDay[];
};

type ContextBarProps = {
  readonly path: readonly PathStep[];
  /** Period, formula, target: in words, in that order. */
  readonly view: readonly string[];
  readonly status: Freshness;
};

/** Of what, when and whence the figures are: on the screen and on paper. */
export function ContextBar({ path, view, status }: ContextBarProps) {
  return (
    <section
      aria-label={NAV.context}
      className="border-b border-rule px-4 text-sm sm:px-6 print:border-ink print:px-0 print:text-xs"
    >
      <PaperFoot parts={[...path.map(({ name }) => name), ...view, ...(status.isDemo ? [COMMON.demo] : [])]} />
      <Written>
        <div className="mx-auto flex max-w-[1600px] flex-wrap items-baseline gap-x-6 gap-y-0.5 py-1.5">
          <nav aria-label={NAV.path}>
            <ol className="flex flex-wrap items-baseline">
              {path.map((step, index) => (
                <li key={`${step.href} ${step.name}`} className={step.isMinor ? "max-sm:hidden" : undefined}>
                  {index > 0 && <Divider />}
                  {step.href === null ? (
                    <span aria-current="page" className="font-semibold">
                      {step.name}
                    </span>
                  ) : (
                    <Link
                      href={step.href}
                      prefetch={false}
                      title={step.isMinor ? step.name : undefined}
                      className={step.isMinor ? "inline-block max-w-[32ch] truncate align-bottom" : undefined}
                    >
                      {step.name}
                    </Link>
                  )}
                </li>
              ))}
              {view.map((part, index) => (
                <li key={part} className={index > 0 ? "max-sm:hidden print:list-item print:list-none" : undefined}>
                  <Divider />
                  {part}
                </li>
              ))}
            </ol>
          </nav>
          <p className="ml-auto text-secondary max-lg:ml-0 max-sm:text-xs">
            {freshness(status.asOf, status.sources, status.zone)}
            {status.isDemo && (
              <strong className="ml-3 border-l-2 border-late pl-2 font-semibold whitespace-nowrap text-ink">
                {COMMON.demo}
              </strong>
            )}
          </p>
        </div>
      </Written>
    </section>
  );
}

function Divider() {
  return (
    <span aria-hidden className="px-1.5 text-secondary">
      ›
    </span>
  );
}
