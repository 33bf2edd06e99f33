import "server-only";
import type pg from "pg";
import type { AggregateNote } from "@/lib/reading-note";
import type { Pause } from "@/lib/sla";
import type { AggregateDraft } from "./aggregates/read-table";
import type { StepDraft } from "./portal/read-portal-step";
import type { DossierDraft } from "./read-row";
import type { RowProblem } from "./row-problem";
import type { BatchReference } from "./run-batch";

/** A dossier as its source tells of it, and its pauses in the light of those already known. */
export type ToldDossier = {
  readonly draft: DossierDraft;
  pauses(known: readonly Pause[]): readonly Pause[];
};

/** Told dossiers, or every problem of a row; blank rows are not told of. */
export type DossierSource = {
  readonly kind: "dossiers";
  /** The field with the dossier codes, as problems name it. */
  readonly codeColumn: string;
  /** The codes that may be told of, when they are few and known beforehand: only their past is then read. */
  readonly codes: readonly string[] | null;
  /** Whether it is read in so little time that others may be kept waiting for it. */
  readonly isShort?: boolean;
  readonly chunks: AsyncGenerator<readonly (ToldDossier | readonly RowProblem[])[]>;
  /** Lets go of the file, however much of it was read. */
  readonly close?: () => Promise<void>;
};

/** Steps of dossiers that are stored already, or every problem of a row. */
export type StepSource = {
  readonly kind: "steps";
  readonly chunks: AsyncGenerator<readonly (StepDraft | readonly RowProblem[])[]>;
};

/** The rows of an aggregate table, all of them, or every problem of a row. */
export type AggregateSource = {
  readonly kind: "aggregates";
  readonly note: AggregateNote;
  readonly rows: readonly (AggregateDraft | readonly RowProblem[])[];
};

export type RowSource = DossierSource | StepSource | AggregateSource;

/** Begins to read what a batch brings, inside the batch's transaction. Throws the `AppError`s of the whole. */
export type OpenSource = (client: pg.Client, batch: BatchReference) => Promise<RowSource>;

export function isProblems<Told>(row: Told | readonly RowProblem[]): row is readonly RowProblem[] {
  return Array.isArray(row);
}
