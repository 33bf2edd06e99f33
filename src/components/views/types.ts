import type { PeriodPreset } from "@/lib/period";
import type { ViewPage } from "@/lib/view-address";

export type ShownView = {
  readonly id: number;
  readonly name: string;
  readonly page: ViewPage;
  /** Null: that of whoever opens it. */
  readonly unit: { readonly name: string } | null;
  readonly preset: PeriodPreset | null;
  readonly params: URLSearchParams;
  readonly isOwn: boolean;
  readonly isShared: boolean;
  readonly isStarred: boolean;
  readonly ownerName: string;
};
