import type { DossierFilter } from "@/lib/filters";
import type { Period } from "@/lib/period";
import type {
  CalendarDay,
  Channel,
  DossierClass,
  DossierExplanation,
  DossierFacts,
  DossierStatus,
  StepAccount,
  TimeLimit,
} from "@/lib/sla";

export type ShownDossierRow = {
  readonly id: number;
  readonly code: string;
  readonly unitName: string;
  readonly procedureName: string;
  readonly fieldName: string;
  readonly channel: Channel;
  readonly receivedOn: CalendarDay;
  readonly dueOn: CalendarDay | null;
  readonly finishedOn: CalendarDay | null;
  readonly class: DossierClass;
  /** Null when not late. */
  readonly workingDaysLate: number | null;
  /** 0 … 1; null where there is none to tell. */
  readonly lateChance: number | null;
};

export type ShownDossierList = {
  readonly unit: { readonly id: number; readonly code: string; readonly name: string };
  readonly period: Period;
  readonly asOf: CalendarDay | null;
  /** Whether the rows tell a chance of becoming late. */
  readonly tellsChance: boolean;
  /** The chances are from before the newest change. */
  readonly chancesAreOld: boolean;
  readonly total: number;
  readonly page: number;
  readonly pageCount: number;
  readonly pageSize: number;
  readonly filter: DossierFilter;
  readonly rows: readonly ShownDossierRow[];
};

export type ShownStep = StepAccount & {
  readonly ordinal: number;
  readonly unitName: string;
  readonly office: string | null;
  /** Null when unknown or not to be seen. */
  readonly officer: string | null;
};

/** Where a dossier's time went. */
export type ShownDelay = {
  readonly steps: readonly ShownStep[];
  readonly responsible: ShownStep | null;
  readonly workingDaysBetweenSteps: number;
};

export type ShownDossier = {
  readonly id: number;
  readonly code: string;
  readonly channel: Channel;
  readonly status: DossierStatus;
  readonly unitId: number;
  readonly unitName: string;
  readonly receivingUnitName: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly procedureId: number;
  readonly fieldId: number;
  readonly fieldName: string;
  readonly timeLimit: TimeLimit | null;
  readonly extendedDueOn: CalendarDay | null;
  readonly handedOverOn: CalendarDay | null;
  /** Null when unknown or not to be seen. */
  readonly officer: string | null;
  readonly sourceName: string;
  readonly batchId: number;
  readonly fileName: string;
  readonly facts: DossierFacts;
  readonly explanation: DossierExplanation;
  readonly delay: ShownDelay | null;
};
