import "server-only";
import pg from "pg";
import type { Viewer } from "@/lib/access/viewer";
import { connectionConfig } from "../db";
import { compileCalendars } from "../sla/compile-calendars";
import { loadEdition } from "../sla/load-edition";
import { loadLocalUnits } from "../sla/load-local-units";
import { loadTimeLimits } from "../sla/load-time-limits";
import { compareDueDay } from "./compare-due-day";
import { compareLedger } from "./compare-ledger";
import { compareTallies } from "./compare-tallies";
import { type CountedRow, streamDossiers } from "./stream-dossiers";
import { compareVerdict } from "./compare-verdict";

/** Something that is not what the engine says it must be. */
export type Difference = {
  readonly what: "verdict" | "computedDueOn" | "reference" | "ledgerDay" | "ledgerMonth" | "ledgerFieldMonth" | "tally";
  /** Which dossier, cell or question. */
  readonly where: string;
  readonly stored: string;
  readonly expected: string;
};

export type Verification = {
  /** Verdicts, ledger cells and tally counts that were compared. */
  readonly checked: number;
  readonly differences: readonly Difference[];
};

export type VerifyOptions = { readonly seed: number; readonly samples: number };

/** Enough to see what is wrong; a broken ledger would list a million. */
const MOST_DIFFERENCES = 200;

/**
 * Recounts a province from its dossiers with the engine: every stored verdict, every due day computed with the
 * calendar in force, every cell of the ledger, and the counts of every unit over random periods, as the pages
 * read them. One snapshot of the database.
 */
export async function verify(viewer: Viewer, options: VerifyOptions): Promise<Verification> {
  const client = new pg.Client(connectionConfig());
  await client.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const differences: Difference[] = [];
    const dossiers: CountedRow[] = [];
    const edition = await loadEdition(client, viewer.provinceId);
    const calendars = compileCalendars(edition, await loadLocalUnits(client, viewer.provinceId, [edition]));
    const limits = await loadTimeLimits(client, viewer.provinceId);
    for await (const batch of streamDossiers(client, viewer.provinceId)) {
      for (const dossier of batch) {
        differences.push(...compareVerdict(dossier), ...compareDueDay(dossier, calendars, limits));
        const { unitId, fieldId, channel, timeline } = dossier;
        dossiers.push({ unitId, fieldId, channel, timeline });
      }
    }
    const ledger = await compareLedger(client, viewer.provinceId, dossiers);
    await client.query("COMMIT");
    const tallies = await compareTallies(viewer, dossiers, options);
    return {
      checked: dossiers.length + ledger.checked + tallies.checked,
      differences: [...differences, ...ledger.differences, ...tallies.differences].slice(0, MOST_DIFFERENCES),
    };
  } finally {
    await client.end();
  }
}
