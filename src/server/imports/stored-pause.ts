import "server-only";
import type { CalendarDay, Pause } from "@/lib/sla";

/** A pause with the days promised before and after the supplement request that made it, where these are told. */
export type StoredPause = Pause & { readonly dueBefore?: CalendarDay; readonly dueAfter?: CalendarDay };
