import { checkIdentities } from "@/lib/sla";
import { promise, workingDaysIn } from "./promise";
import type { Recount } from "./recount";
import type { CodedDossier } from "./types";
import type { World } from "./world";

/** What is wrong with a list of dossiers beyond its figures; nothing when it is sound. */
export function findFaults(world: World, dossiers: readonly CodedDossier[], counts: Recount, asOf: string): string[] {
  const last = world.grid.toDay(asOf);
  const faults: string[] = [];
  if (new Set(dossiers.map(({ code }) => code)).size !== dossiers.length) faults.push("a code is used twice");
  for (const { code, received, due, finished, handedOver, pause } of dossiers) {
    if (received.day > last || (finished?.day ?? 0) > last || (handedOver ?? 0) > last) faults.push(`${code}: future`);
    if (due && due.day < received.day) faults.push(`${code}: due before received`);
    const end = finished && (finished.day - received.day || finished.minute - received.minute);
    if (end !== null && end < 0) faults.push(`${code}: finished before received`);
    if (finished && !world.grid.isWorking(finished.day)) faults.push(`${code}: finished on a day off`);
    if (pause && pause.from < received.day) faults.push(`${code}: paused before received`);
  }
  const broken = checkIdentities(counts.total(`${asOf.slice(0, 4)}-01-01`, asOf));
  return [...faults, ...broken.map(({ identity }) => `identity ${identity} broken`)];
}

/** How many of the dossiers with a day-counted limit and no pause were promised exactly what the limit gives. */
export function promisedAsComputed(world: World, dossiers: readonly CodedDossier[]): { same: number; of: number } {
  let same = 0;
  let of = 0;
  for (const { due, pause, procedure, received } of dossiers) {
    if (!due || pause || workingDaysIn(procedure.limit) === 0) continue;
    of += 1;
    if (promise(world.grid, procedure.limit, received.day, 0).day === due.day) same += 1;
  }
  return { same, of };
}
