import "server-only";
import type pg from "pg";
import { streamDossiers } from "../ledger/stream-dossiers";
import { loadTimeLimits } from "../sla/load-time-limits";
import { countEffect } from "./count-effect";
import type { RecomputeEffect } from "./effect";
import { type Calendars, judgeDossier } from "./judge-dossier";
import { makeReach } from "./make-reach";
import { createChanges, stageChanges, writeChanges } from "./write-changes";

export type RecomputeOptions = {
  readonly calendars: Calendars;
  /** All dossiers, or only those that the difference of the two calendars can touch. */
  readonly which: "all" | "withinReach";
  readonly writes: boolean;
};

/**
 * Runs the dossiers of a province through the engine, some at a time, counts what changes and, when told to,
 * writes it with the ledger's differences. Inside the client's transaction, which holds the import lock when it writes.
 */
export async function recompute(
  client: pg.Client,
  provinceId: number,
  { calendars, which, writes }: RecomputeOptions,
): Promise<RecomputeEffect> {
  const limits = await loadTimeLimits(client, provinceId);
  if (which === "withinReach") await makeReach(client, provinceId, calendars);
  if (writes) await createChanges(client);
  const counted = countEffect();
  for await (const batch of streamDossiers(client, provinceId, which)) {
    const judgements = batch.map((dossier) => judgeDossier(dossier, calendars, limits));
    for (const judgement of judgements) counted.add(judgement);
    if (writes) await stageChanges(client, judgements);
  }
  if (writes) await writeChanges(client, provinceId, calendars.after.version);
  return counted.effect();
}
