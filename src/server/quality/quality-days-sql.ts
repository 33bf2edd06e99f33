import "server-only";
import { ODD_SQL, TOLD_SQL } from "../queries/quality-sql";

/** The columns of `quality_day` that hold counts, and of which dossiers on which day. */
const COUNTS: Readonly<Record<string, { readonly of: "received" | "closed"; readonly is: (zone: string) => string }>> =
  {
    received: { of: "received", is: () => "true" },
    promise_longer: { of: "received", is: () => ODD_SQL.promiseLonger },
    promise_shorter: { of: "received", is: () => ODD_SQL.promiseShorter },
    closed: { of: "closed", is: () => "true" },
    closed_on_time: { of: "closed", is: () => ODD_SQL.closedOnTime },
    closed_at_evening: { of: "closed", is: ODD_SQL.closedAtEvening },
    closed_without_result: { of: "closed", is: () => ODD_SQL.closedWithoutResult },
    withdrawn_late: { of: "closed", is: () => ODD_SQL.withdrawnLate },
  };

const FACTS: Readonly<Record<string, string>> = {
  tells_moment: TOLD_SQL.finishedMoment,
  tells_handover: TOLD_SQL.handover,
  tells_pause: TOLD_SQL.pause,
  tells_computed_due: TOLD_SQL.computedDue,
};

const KEYS = ["unit_id", "source_id", "receiving_unit_id"];

export const QUALITY_DAY_COLUMNS = ["province_id", "day", ...KEYS, ...Object.keys(COUNTS), ...Object.keys(FACTS)].join(
  ", ",
);

function branch(provinceId: number, of: "received" | "closed", marked: string | null): string {
  const day = `d.${of}_on`;
  const zone = `(SELECT zone FROM province WHERE id = ${provinceId})`;
  const counts = Object.entries(COUNTS).map(([name, count]) =>
    count.of === of ? `count(*) FILTER (WHERE ${count.is(zone)})::int AS ${name}` : `0 AS ${name}`,
  );
  const facts = Object.entries(FACTS).map(
    ([name, is]) => `${of === "received" ? `bool_or(${is})` : "false"} AS ${name}`,
  );
  const keys = KEYS.map((key) => `d.${key}`).join(", ");
  const days = marked === null ? `${day} IS NOT NULL` : `(d.unit_id, ${day}) IN (SELECT unit_id, day FROM ${marked})`;
  return `SELECT ${day} AS day, ${keys}, ${counts.join(", ")}, ${facts.join(", ")}
    FROM dossier d WHERE d.province_id = ${provinceId} AND d.counted AND ${days} GROUP BY ${day}, ${keys}`;
}

/**
 * The rows of `quality_day` of a province: all of them, or those of the units and days in a temporary table. Without
 * parameters, as only a table made by a query may be filled by several processes.
 */
export function qualityDaysSql(provinceId: number, marked: string | null): string {
  const counts = Object.keys(COUNTS).map((name) => `sum(${name})::int AS ${name}`);
  const facts = Object.keys(FACTS).map((name) => `bool_or(${name}) AS ${name}`);
  return `SELECT ${provinceId} AS province_id, day, ${KEYS.join(", ")}, ${counts.join(", ")}, ${facts.join(", ")}
    FROM (${branch(provinceId, "received", marked)} UNION ALL ${branch(provinceId, "closed", marked)}) part
   GROUP BY day, ${KEYS.join(", ")}`;
}
