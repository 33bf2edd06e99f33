import type { CalendarDay, CalendarDayKind } from "@/lib/sla";

export type ShownDay = {
  readonly day: CalendarDay;
  readonly kind: CalendarDayKind;
  readonly name: string;
  readonly basis: string;
  /** Null: the whole province. */
  readonly unitId: number | null;
  readonly unitName: string | null;
};

export type ShownEdition = {
  readonly version: number;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly note: string;
  readonly restores: number | null;
  readonly added: readonly CalendarDay[];
  readonly removed: readonly CalendarDay[];
  readonly moved: { readonly open: number; readonly finished: number; readonly verdicts: number } | null;
};

export type ShownPlace = {
  readonly id: number;
  readonly name: string;
  readonly level: "department" | "district" | "commune";
  readonly parentName: string;
  readonly validUntil: CalendarDay | null;
};

export type ShownCalendar = {
  readonly version: number;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly rows: readonly ShownDay[];
  readonly history: readonly ShownEdition[];
  readonly canEdit: boolean;
  readonly places: readonly ShownPlace[];
};

/** How many dossiers a change touches; see the server's `ChangeCounts`. */
export type ShownCounts = {
  readonly openEarlier: number;
  readonly openLater: number;
  readonly finishedEarlier: number;
  readonly finishedLater: number;
  readonly dated: number;
  readonly findings: number;
  readonly verdicts: number;
};

export type ShownUnitChange = {
  readonly unitId: number;
  readonly name: string;
  readonly districtId: number;
  readonly districtName: string;
  readonly counts: ShownCounts;
};
