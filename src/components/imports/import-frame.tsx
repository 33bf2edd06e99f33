import type { ReactNode } from "react";
import { ContextBar, type Freshness } from "@/components/layout/context-bar";
import { PageBody } from "@/components/layout/page-body";
import { NAV } from "@/lib/strings/nav";

type ImportFrameProps = {
  readonly provinceName: string;
  readonly status: Freshness;
  /** The name of this page below the history; null on the history itself. */
  readonly step: string | null;
  readonly children: ReactNode;
};

/** What the pages of the import have around them. */
export function ImportFrame({ provinceName, status, step, children }: ImportFrameProps) {
  const below = step === null ? [] : [{ name: step, href: null }];
  const path = [
    { name: provinceName, href: "/ranking" },
    { name: NAV.imports, href: step === null ? null : "/imports" },
    ...below,
  ];
  return (
    <>
      <ContextBar path={path} view={[]} status={status} />
      <PageBody>{children}</PageBody>
    </>
  );
}
