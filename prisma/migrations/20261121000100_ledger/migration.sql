-- The one definition of how a dossier's facts become ledger movements (docs/decisions/0002).
-- Each branch reads one date, so that a range of days can use that date's index.
-- Flows: received … returned, due, due_met. Stock changes: paused, overdue, open_undated.
CREATE VIEW "dossier_movement" AS
  SELECT d.province_id, d.id AS dossier_id, d.unit_id, d.field_id, d.received_on AS day,
         (d.channel = 'direct')::int AS received_direct,
         (d.channel = 'online')::int AS received_online,
         (d.channel = 'postal')::int AS received_postal,
         0 AS early, 0 AS on_time, 0 AS late, 0 AS resolved_undated, 0 AS returned,
         0 AS paused, 0 AS overdue, (d.due_on IS NULL)::int AS open_undated,
         0 AS due, 0 AS due_met
    FROM "dossier" d
   WHERE d.counted
  UNION ALL
  SELECT d.province_id, d.id, d.unit_id, d.field_id, d.closed_on,
         0, 0, 0,
         (d.outcome = 'early')::int, (d.outcome = 'onTime')::int, (d.outcome = 'late')::int,
         (d.outcome = 'undated')::int, (d.outcome = 'returned')::int,
         0, 0, -(d.due_on IS NULL)::int,
         0, 0
    FROM "dossier" d
   WHERE d.counted AND d.closed_on IS NOT NULL
  UNION ALL
  SELECT d.province_id, d.id, d.unit_id, d.field_id, d.due_counted_on,
         0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
         1, d.due_met::int
    FROM "dossier" d
   WHERE d.counted AND d.due_counted_on IS NOT NULL
  UNION ALL
  -- An undated dossier leaves "open_undated" while it is paused: each open dossier is in one class.
  SELECT d.province_id, d.id, d.unit_id, d.field_id, edge.day,
         0, 0, 0, 0, 0, 0, 0, 0,
         edge.change, 0, -edge.change * (d.due_on IS NULL)::int,
         0, 0
    FROM "dossier" d
   CROSS JOIN LATERAL unnest(d.paused_spans) AS span(days)
   CROSS JOIN LATERAL (VALUES (lower(span.days), 1), (upper(span.days), -1)) AS edge(day, change)
   WHERE d.counted AND d.paused_spans IS NOT NULL AND edge.day IS NOT NULL
  UNION ALL
  SELECT d.province_id, d.id, d.unit_id, d.field_id, edge.day,
         0, 0, 0, 0, 0, 0, 0, 0,
         0, edge.change, 0,
         0, 0
    FROM "dossier" d
   CROSS JOIN LATERAL unnest(d.overdue_spans) AS span(days)
   CROSS JOIN LATERAL (VALUES (lower(span.days), 1), (upper(span.days), -1)) AS edge(day, change)
   WHERE d.counted AND d.overdue_spans IS NOT NULL AND edge.day IS NOT NULL;

-- The few dossiers that were ever paused or overdue, found without reading the rest.
CREATE INDEX "dossier_paused_idx" ON "dossier" ("province_id", "unit_id") WHERE "paused_spans" IS NOT NULL;
CREATE INDEX "dossier_overdue_idx" ON "dossier" ("province_id", "unit_id") WHERE "overdue_spans" IS NOT NULL;

-- Names sort as Vietnamese does: the default C order puts Đ and Â last.
ALTER TABLE "unit" ALTER COLUMN "name" TYPE text COLLATE "vi-x-icu";
