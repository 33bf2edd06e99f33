import "server-only";
import { type ChangeCounts, NO_CHANGES, type RecomputeEffect, STANDINGS, type Standing } from "./effect";
import type { Judgement } from "./judge-dossier";

type Counter<Keys> = { -readonly [key in keyof Keys]: Keys[key] };

/** Adds up judgements, one at a time. */
export function countEffect(): { add(judgement: Judgement): void; effect(): RecomputeEffect } {
  let read = 0;
  const total: Counter<ChangeCounts> = { ...NO_CHANGES };
  const units = new Map<number, Counter<ChangeCounts>>();
  const before = noStanding();
  const after = noStanding();
  return {
    add(judgement) {
      read += 1;
      const { dossier, findingBefore, finding } = judgement;
      const { timeline, outcome } = dossier;
      if (timeline?.counted) {
        before[outcome ?? "open"] += 1;
        after[timeline.outcome ?? "open"] += 1;
      }
      if (findingBefore !== null) before[findingBefore] += 1;
      if (finding !== null) after[finding] += 1;
      const changes = changesOf(judgement);
      if (changes.length === 0) return;
      const ofUnit = units.get(dossier.unitId) ?? { ...NO_CHANGES };
      units.set(dossier.unitId, ofUnit);
      for (const change of changes) {
        total[change] += 1;
        ofUnit[change] += 1;
      }
    },
    effect: () => ({ read, total, units, before, after }),
  };
}

function noStanding(): Counter<Standing> {
  return Object.fromEntries(STANDINGS.map((standing) => [standing, 0])) as Counter<Standing>;
}

function changesOf({ dossier, computedDueOn, findingBefore, finding, verdictChanges }: Judgement) {
  const changes: (keyof ChangeCounts)[] = [];
  const { computedDueOn: stored, timeline } = dossier;
  if (computedDueOn !== stored) {
    const isOpen = timeline?.counted === true && timeline.closedOn === null;
    if (computedDueOn === null || stored === null) changes.push("dated");
    else if (computedDueOn < stored) changes.push(isOpen ? "openEarlier" : "finishedEarlier");
    else changes.push(isOpen ? "openLater" : "finishedLater");
  }
  if (findingBefore !== finding) changes.push("findings");
  if (verdictChanges) changes.push("verdicts");
  return changes;
}
