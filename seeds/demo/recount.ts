import { type Channel, type DossierTimeline, deriveTimeline, parseDay, type Tally, tallyOf } from "@/lib/sla";
import { toFacts } from "./to-facts";
import type { CodedDossier } from "./types";
import type { World } from "./world";

type Counted = { readonly unitCode: string; readonly timeline: DossierTimeline; readonly channel: Channel };

/** Counts of a list of dossiers, by the engine alone: no file, no database. */
export type Recount = {
  readonly total: (from: string, to: string) => Tally;
  readonly ofUnit: (unitCode: string, from: string, to: string) => Tally;
};

export function recount(world: World, dossiers: readonly CodedDossier[]): Recount {
  const counted = dossiers.map(
    (dossier): Counted => ({
      unitCode: dossier.unit.code,
      timeline: deriveTimeline(toFacts(world.grid, dossier)),
      channel: dossier.channel,
    }),
  );
  const byUnit = new Map<string, Counted[]>();
  for (const one of counted) {
    const known = byUnit.get(one.unitCode);
    if (known) known.push(one);
    else byUnit.set(one.unitCode, [one]);
  }
  const period = (from: string, to: string) => ({ from: parseDay(from), to: parseDay(to) });
  return {
    total: (from, to) => tallyOf(counted, period(from, to)),
    ofUnit: (unitCode, from, to) => tallyOf(byUnit.get(unitCode) ?? [], period(from, to)),
  };
}
