import "server-only";
import type pg from "pg";
import { ENGINE_VERSION } from "@/lib/sla";
import { hasLedger } from "../ledger/has-ledger";
import { MovementTally } from "../ledger/movement-tally";
import { BLOCK_ROWS, type Block, type BlockWriter, type MergeContext, type WrittenBlock } from "./block";
import { copyBinary } from "./copy-binary";
import { copyLedger, encodeLedger } from "./copy-ledger";
import type { CopyRows } from "./copy-rows";
import { copyTallied, encodeTallied } from "./copy-tallied";
import { type BuildUniqueIndexes, deferIndexes, keepFromVacuum } from "./defer-indexes";
import { putStaged, STAGED_COLUMNS, type StagedDossier } from "./staging";

const COLUMNS = [
  ...STAGED_COLUMNS,
  "province_id",
  "source_id",
  "batch_id",
  "as_of",
  "calendar_version",
  "engine_version",
];

const PAUSES_SQL = `
  INSERT INTO dossier_pause (province_id, dossier_id, from_on, until_on, reason, due_before_on, due_after_on)
  SELECT d.province_id, d.id, p."from", p.until, p.reason, p."dueBefore", p."dueAfter"
    FROM jsonb_to_recordset($4::jsonb) AS told(code text, pauses jsonb)
    JOIN dossier d ON d.province_id = $1 AND d.id BETWEEN $2 AND $3 AND d.code = told.code
   CROSS JOIN LATERAL jsonb_to_recordset(told.pauses)
           AS p("from" date, until date, reason dossier_status, "dueBefore" date, "dueAfter" date)`;
/** Behind all units, and still one of V8's small integers: others are slow to find in a map. */
const PAUSED_GROUP = 2 ** 31 - 1;

/** Where its counts take 32 MiB. */
const MOST_PAGES = 24_000;

/**
 * Writes dossiers of a source that had none before: each is new, and none need be looked for. Their movements are
 * counted as they come.
 */
export function blockInserter(client: pg.Client, context: MergeContext): BlockWriter {
  const inserter = new BlockInserter(client, context);
  return {
    put: (rows, dossiers) => inserter.put(rows, dossiers),
    write: (block) => inserter.write(block),
    prepareEnd: () => inserter.prepareEnd(),
    isFull: () => inserter.isFull(),
  };
}

class BlockInserter {
  private movements = new MovementTally();
  /** Whether the province has no ledger yet; null before the first block. */
  private isFirst: boolean | null = null;
  /** What is inserted next has greater ids. */
  private lastId: number | null = null;
  private buildUniqueIndexes: BuildUniqueIndexes | null = null;

  constructor(
    private readonly client: pg.Client,
    private readonly context: MergeContext,
  ) {}

  put(rows: CopyRows, dossiers: readonly StagedDossier[]): void {
    const { provinceId, sourceId, batchId, asOf, calendarVersion } = this.context;
    for (const staged of dossiers) {
      rows.begin(staged.pauses === null ? staged.draft.unitId : PAUSED_GROUP, COLUMNS.length);
      putStaged(rows, staged);
      rows.int(provinceId);
      rows.int(sourceId);
      rows.int(batchId);
      rows.instant(asOf);
      rows.int(calendarVersion);
      rows.smallint(ENGINE_VERSION);
      rows.end();
    }
    for (const staged of dossiers) this.movements.add(staged.draft, staged.timeline, staged);
  }

  async write({ rows, rowNumbers, paused }: Block): Promise<WrittenBlock> {
    const { client, context } = this;
    if (this.isFirst === null) {
      this.isFirst = !(await hasLedger(client, context.provinceId));
      if (rowNumbers.length >= BLOCK_ROWS) await this.prepareTable();
    }
    const first = this.lastId ?? (await nextId(client));
    await copyBinary(client, "dossier", COLUMNS, rows);
    const last = await nextId(client);
    this.lastId = last;
    if (paused.length > 0) {
      const told = paused.map(({ code, pauses }) => `{"code":${JSON.stringify(code)},"pauses":${pauses}}`).join();
      // They stand last in their block and have its greatest ids, however many of those in between others have taken.
      const others = last - first - 1 - rowNumbers.length;
      const from = last - paused.length - others;
      await client.query(PAUSES_SQL, [context.provinceId, from, last, `[${told}]`]);
    }
    if (this.isFull()) await copyTallied(client, encodeTallied(context.provinceId, this.takeMovements()));
    return {
      inserted: rowNumbers.length,
      updated: 0,
      unchanged: 0,
      newIds: { first, last },
      results: context.answersEach ? rowNumbers.map((rowNumber) => [rowNumber, "inserted"] as const) : [],
    };
  }

  /** Few rows are not worth it that others wait. */
  private async prepareTable(): Promise<void> {
    if (this.context.isShort) this.buildUniqueIndexes = await deferIndexes(this.client);
    if (this.buildUniqueIndexes === null) await keepFromVacuum(this.client);
  }

  isFull(): boolean {
    return this.movements.pages >= MOST_PAGES;
  }

  prepareEnd(): () => Promise<void> {
    const movements = this.takeMovements();
    // Of a file of one block it is not known yet whether it is the first; that is soon done.
    const post = this.isFirst === null ? null : this.encode(movements);
    return async () => {
      await this.buildUniqueIndexes?.();
      await (post ?? this.encode(movements))();
    };
  }

  /** Movements that were sent before, for want of room, are added to a first ledger afterwards. */
  private encode(movements: MovementTally): () => Promise<void> {
    const { client } = this;
    const { provinceId } = this.context;
    const ledger = this.isFirst === true ? encodeLedger(provinceId, movements) : null;
    if (ledger !== null) return () => copyLedger(client, provinceId, ledger);
    const counted = encodeTallied(provinceId, movements);
    return () => copyTallied(client, counted);
  }

  /** Rows of the next block may be put meanwhile: they are counted anew. */
  private takeMovements(): MovementTally {
    const counted = this.movements;
    this.movements = new MovementTally();
    return counted;
  }
}

/** A number that nothing else will have: what is inserted after it has greater ones. */
async function nextId(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ id: number }>("SELECT nextval('dossier_id_seq'::regclass) AS id");
  return rows[0]?.id ?? 0;
}
