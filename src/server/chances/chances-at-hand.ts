import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Viewer } from "@/lib/access/viewer";
import { CHANCE_MODEL } from "@/lib/insight/late-chances";
import { database } from "../db";
import { dataVersion } from "../kept-rows";
import { getDataStatus } from "../queries/get-data-status";
import { keepLateChances, readChanceState } from "./keep-late-chances";

/** So long a list waits for new chances, in milliseconds: where old ones can be shown meanwhile, and where none can. */
const PATIENCE = { old: 300, none: 5000 } as const;

export type ChancesAtHand = {
  /** Names what is kept: an answer that shows chances holds for as long as this does. */
  readonly stamp: string;
  /** They were found before the newest change and are being found anew. */
  readonly areOld: boolean;
};

/**
 * Sees to the chances that a list shows without making its reader wait: those of now, or, while they are being found,
 * those from before the change. Of a new day none are known until then.
 */
export async function chancesAtHand(viewer: Viewer): Promise<ChancesAtHand> {
  const { pool } = database();
  const [version, { asOf }] = await Promise.all([dataVersion(), getDataStatus(viewer)]);
  const before = await readChanceState(pool, viewer.provinceId);
  const isUsable = before !== null && before.model === CHANCE_MODEL && before.asOf === asOf;
  const renewed = keepLateChances(viewer).then(() => true);
  const given = new AbortController();
  const isNew = await Promise.race([
    renewed,
    sleep(isUsable ? PATIENCE.old : PATIENCE.none, false, { signal: given.signal, ref: false }).catch(() => false),
  ]);
  given.abort();
  // Nobody waits for it any more; whoever asks next sees what became of it.
  renewed.catch(() => {});
  const state = isNew ? await readChanceState(pool, viewer.provinceId) : before;
  const isOfModel = state?.model === CHANCE_MODEL;
  return {
    stamp: isOfModel ? `${state.version} by ${CHANCE_MODEL}` : "none",
    areOld: !isOfModel || state.version < version,
  };
}
