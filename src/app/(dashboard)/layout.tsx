import type { ReactNode } from "react";
import { submitSignOut, submitSignOutEverywhere } from "@/app/login/actions";
import { readTheme } from "@/app/read-theme";
import { submitTheme } from "@/app/theme-actions";
import { OpeningMark } from "@/components/layout/opening-mark";
import { ReturnMark } from "@/components/layout/return-mark";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";
import { SoftLinks } from "@/components/layout/soft-links";
import { canImport } from "@/lib/access/roles";
import { COMMON } from "@/lib/strings/common";
import { NAV } from "@/lib/strings/nav";
import { findViewer } from "@/server/auth/find-viewer";

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const viewer = await findViewer();
  // The page itself sends visitors to the login: only it knows where to come back to.
  if (viewer === null) return children;
  const theme = await readTheme();
  const items = [
    { href: "/", label: NAV.home },
    ...(viewer.role === "commune_officer"
      ? []
      : [
          { href: "/ranking", label: NAV.ranking },
          { href: "/compare", label: NAV.compare },
          { href: "/map", label: NAV.map },
          { href: "/quality", label: NAV.quality },
        ]),
    { href: `/units/${viewer.unitId}`, label: NAV.unit },
    { href: "/dossiers", label: NAV.dossiers },
    { href: "/views", label: NAV.saved },
    { href: "/calendar", label: NAV.calendar },
    ...(canImport(viewer.role) ? [{ href: "/imports", label: NAV.imports }] : []),
  ];
  return (
    <>
      <SiteHeader
        displayName={viewer.displayName}
        unitName={viewer.unitName}
        items={items}
        theme={theme}
        signOut={submitSignOut}
        signOutEverywhere={submitSignOutEverywhere}
      />
      {children}
      <SiteFooter theme={theme} choose={submitTheme} />
      <SoftLinks />
      <ReturnMark />
      <OpeningMark text={COMMON.opening} />
    </>
  );
}
