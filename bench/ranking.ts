// The ranking of 171 units over any period, inside the database, beside the same answer by GROUP BY on dossiers.
import { parseArgs } from "node:util";
import pg from "pg";
import { addDays, parseDay } from "@/lib/sla";
import { MOVEMENT_COLUMNS } from "@/server/ledger/movement-columns";
import { TALLY_SQL, tallyParameters } from "@/server/ledger/read-tallies";
import { applyMigrations } from "../scripts/lib/schema-engine";
import { median, printRows, withScratchDatabase } from "./support";

const UNITS = 171;
const FIELDS = 12;
const DAYS_PER_MILLION = 366;
const REPEATS = 15;
const PROVINCE = 1;

/** Dossiers spread over 171 units, with the columns the engine would write. */
async function fill(client: pg.Client, rows: number, days: number): Promise<void> {
  await client.query(`INSERT INTO province (id, key, name) VALUES (${PROVINCE}, 'bench', 'Tỉnh đo tốc độ')`);
  await client.query(
    `INSERT INTO dossier (province_id, source_id, code, receiving_unit_id, unit_id, procedure_id, field_id, channel, status,
       received_on, due_on, finished_on, batch_id, as_of, content_hash, outcome, closed_on, counted, due_counted_on, due_met,
       overdue_spans, calendar_version, engine_version)
     SELECT ${PROVINCE}, 1, 'H08.' || n, unit, unit, 1 + n % 60, 1 + n % ${FIELDS},
       (ARRAY['direct','online','postal'])[1 + n % 3]::channel,
       CASE WHEN is_open THEN 'processing' ELSE 'handedOver' END::dossier_status,
       received, due, CASE WHEN NOT is_open THEN finished END, 1, now(), n,
       CASE WHEN is_open THEN NULL WHEN finished < due THEN 'early' WHEN finished = due THEN 'onTime' ELSE 'late' END::outcome,
       CASE WHEN NOT is_open THEN finished END, true, due, NOT is_open AND finished <= due,
       CASE WHEN is_open OR finished > due + 1
            THEN datemultirange(daterange(due + 1, CASE WHEN NOT is_open THEN finished END)) END, 1, 1
     FROM (
       SELECT n, 1 + (n * 2654435761 % 4294967296 % ${UNITS})::int AS unit, received, received + 15 AS due,
              received + (n * 40503 % 18)::int AS finished, n % 100 = 0 AS is_open
         FROM (SELECT n, date '2020-01-01' + (n * ${days} / ${rows})::int AS received
                 FROM generate_series(1, ${rows}::bigint) AS n) drawn
     ) lived`,
  );
  const sums = MOVEMENT_COLUMNS.map((column) => `sum(${column}) AS ${column}`).join(", ");
  const columns = MOVEMENT_COLUMNS.join(", ");
  await client.query(`INSERT INTO ledger_day (province_id, unit_id, day, ${columns})
    SELECT province_id, unit_id, day, ${sums} FROM dossier_movement GROUP BY 1, 2, 3`);
  await client.query(`INSERT INTO ledger_month (province_id, unit_id, month, ${columns})
    SELECT province_id, unit_id, date_trunc('month', day)::date, ${sums} FROM ledger_day GROUP BY 1, 2, 3`);
  await client.query(`INSERT INTO ledger_field_month (province_id, unit_id, field_id, month, ${columns})
    SELECT province_id, unit_id, field_id, date_trunc('month', day)::date, ${sums} FROM dossier_movement GROUP BY 1, 2, 3, 4`);
  await client.query("VACUUM ANALYZE");
}

/** The same counts straight from the dossiers: the limit to beat. */
const GROUP_BY_SQL = `
  SELECT unit_id,
    count(*) FILTER (WHERE received_on BETWEEN $1 AND $2) AS received,
    count(*) FILTER (WHERE received_on < $1 AND (closed_on IS NULL OR closed_on >= $1)) AS carried_over,
    count(*) FILTER (WHERE closed_on BETWEEN $1 AND $2 AND outcome = 'early') AS early,
    count(*) FILTER (WHERE closed_on BETWEEN $1 AND $2 AND outcome = 'onTime') AS on_time,
    count(*) FILTER (WHERE closed_on BETWEEN $1 AND $2 AND outcome = 'late') AS late,
    count(*) FILTER (WHERE received_on <= $2 AND (closed_on IS NULL OR closed_on > $2)) AS open,
    count(*) FILTER (WHERE overdue_spans @> $2::date) AS overdue
  FROM dossier WHERE province_id = ${PROVINCE} AND counted GROUP BY unit_id`;

/** Milliseconds of execution inside the database, without planning and without the wire; the median of several runs. */
async function timeInDatabase(
  client: pg.Client,
  sql: string,
  values: readonly unknown[],
  repeats: number,
): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < repeats; run++) {
    const { rows } = await client.query<{ "QUERY PLAN": [{ "Execution Time": number }] }>(
      `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${sql}`,
      [...values],
    );
    times.push(rows[0]?.["QUERY PLAN"][0]["Execution Time"] ?? Number.NaN);
  }
  return median(times);
}

async function bytes(client: pg.Client, tables: readonly string[]): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>(
    "SELECT sum(pg_total_relation_size(name::regclass)) AS bytes FROM unnest($1::text[]) AS name",
    [tables],
  );
  return Number(rows[0]?.bytes);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rows: { type: "string", default: "1000000" }, days: { type: "string" } } });
  const rows = Number(values.rows);
  // A province receives about a million dossiers a year; ten million rows are three years of a large one.
  const days = Number(values.days ?? Math.min(3, Math.ceil(rows / 1_000_000)) * DAYS_PER_MILLION);
  await withScratchDatabase(async (url) => {
    await applyMigrations(url);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await fill(client, rows, days);
    const groups = Array.from({ length: UNITS }, (_, index) => ({ key: index + 1, unitIds: [index + 1] }));
    const start = parseDay("2020-01-01");
    const report: string[][] = [];
    const last = addDays(start, days - 1);
    for (const [label, from, to] of [
      ["21/3–20/4/2020", parseDay("2020-03-21"), parseDay("2020-04-20")],
      ["10 tháng đầu năm 2020", start, parseDay("2020-10-31")],
      ["17/2/2020 đến hết", parseDay("2020-02-17"), addDays(last, -3)],
    ] as const) {
      const period = { from, to };
      const ledger = await timeInDatabase(client, TALLY_SQL, tallyParameters(PROVINCE, groups, period), REPEATS);
      const groupBy = await timeInDatabase(client, GROUP_BY_SQL, [period.from, period.to], 3);
      report.push([label, ledger.toFixed(2), groupBy.toFixed(0), `${(groupBy / ledger).toFixed(0)}×`]);
    }
    printRows(["period", "ledger ms", "GROUP BY ms", "ratio"], report);
    const dossierBytes = await bytes(client, ["dossier"]);
    const ledgerBytes = await bytes(client, ["ledger_day", "ledger_month", "ledger_field_month"]);
    const megabytes = (size: number): string => (size / 2 ** 20).toFixed(1);
    printRows(
      ["rows", "days", "dossier MiB", "ledger MiB", "share"],
      [
        [
          String(rows),
          String(days),
          megabytes(dossierBytes),
          megabytes(ledgerBytes),
          `${((100 * ledgerBytes) / dossierBytes).toFixed(1)}%`,
        ],
      ],
    );
    await client.end();
  });
}

await main();
