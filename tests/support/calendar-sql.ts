/**
 * The working calendar once more, in SQL alone: a table of prefix sums, and due days found by joins on it. It shares
 * nothing with the engine but the rows it starts from.
 */

/** Sums up `open_interval`: days without rows are off. $1, $2: the first and the last day held. */
export const FILL_CALENDAR = `
  WITH held AS (
    SELECT DISTINCT version FROM open_interval
  ), worked AS (
    SELECT held.version, series.day::date AS day,
           coalesce((SELECT sum(o.until_min - o.from_min) FROM open_interval o
                      WHERE o.version = held.version AND o.day = series.day::date), 0)::int AS work_min
      FROM held CROSS JOIN generate_series($1::date, $2::date, interval '1 day') AS series(day)
  )
  INSERT INTO calendar_day (version, day, work_min, prefix_min, workday_rank)
  SELECT version, day, work_min,
         (sum(work_min) OVER days - work_min)::int,
         (count(*) FILTER (WHERE work_min > 0) OVER days - (work_min > 0)::int)::int
    FROM worked
  WINDOW days AS (PARTITION BY version ORDER BY day)`;

export const CREATE_TABLES = `
  CREATE TEMP TABLE open_interval (version int, day date, from_min int, until_min int);
  CREATE TEMP TABLE calendar_day (version int, day date, work_min int, prefix_min int, workday_rank int, PRIMARY KEY (version, day));
  CREATE INDEX ON calendar_day (version, workday_rank) WHERE work_min > 0;
  CREATE INDEX ON calendar_day (version, (prefix_min + work_min)) WHERE work_min > 0;
  CREATE TEMP TABLE fact (id int PRIMARY KEY, version int, received date, minute int, amount int, minutes int, until_day date);
  CREATE TEMP TABLE pause (fact_id int, from_day date, from_min int, until_day date, until_min int);
  CREATE INDEX ON pause (fact_id);
  CREATE FUNCTION pg_temp.clock(v int, at_day date, at_min int) RETURNS int LANGUAGE sql STABLE AS $$
    SELECT c.prefix_min + coalesce((SELECT sum(least(at_min, o.until_min) - o.from_min) FROM open_interval o
                                     WHERE o.version = v AND o.day = at_day AND o.from_min < at_min), 0)::int
      FROM calendar_day c WHERE c.version = v AND c.day = at_day $$;
  CREATE FUNCTION pg_temp.moment(v int, shown int) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT to_char(d.day + make_interval(mins => o.until_min - (o.total - (shown - d.prefix_min))::int),
                   'YYYY-MM-DD"T"HH24:MI:SS')
      FROM (SELECT day, prefix_min FROM calendar_day
             WHERE version = v AND work_min > 0 AND prefix_min + work_min >= shown
             ORDER BY prefix_min + work_min LIMIT 1) d
      JOIN LATERAL (SELECT until_min, sum(until_min - from_min) OVER (ORDER BY from_min) AS total
                      FROM open_interval WHERE version = v AND day = d.day) o ON o.total >= shown - d.prefix_min
     ORDER BY o.total LIMIT 1 $$;
  CREATE FUNCTION pg_temp.working_day(v int, rank int) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT day::text FROM calendar_day WHERE version = v AND workday_rank = rank AND work_min > 0 $$;
  CREATE FUNCTION pg_temp.rolled(v int, from_day date) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT min(day)::text FROM calendar_day WHERE version = v AND day >= from_day AND work_min > 0 $$;
  CREATE FUNCTION pg_temp.rank_on(v int, at_day date) RETURNS int LANGUAGE sql STABLE AS $$
    SELECT workday_rank FROM calendar_day WHERE version = v AND day = at_day $$;
  CREATE FUNCTION pg_temp.rank_after(v int, at_day date) RETURNS int LANGUAGE sql STABLE AS $$
    SELECT workday_rank + (work_min > 0)::int FROM calendar_day WHERE version = v AND day = at_day $$;
  -- The point at which 'amount' has gone by since 'start', with the clock standing in the ranges of 'paused'.
  CREATE FUNCTION pg_temp.after_pauses(start int, amount int, paused int4multirange) RETURNS int LANGUAGE sql IMMUTABLE AS $$
    SELECT upto - (total - amount)
      FROM (SELECT coalesce(upper(free), 2000000000) AS upto,
                   sum(coalesce(upper(free), 2000000000)::bigint - lower(free)) OVER (ORDER BY lower(free)) AS total
              FROM unnest(int4multirange(int4range(start, NULL)) - coalesce(paused, '{}')) AS free) AS ranges
     WHERE total >= amount ORDER BY total LIMIT 1 $$`;

/** For each fact, everything the engine is asked about it. Days and moments as text; an amount of 1 or more. */
export const ASK = `
  SELECT f.id,
         pg_temp.working_day(f.version, pg_temp.rank_after(f.version, f.received) + f.amount - 1) AS working_days,
         pg_temp.rolled(f.version, f.received + f.amount) AS calendar_days,
         pg_temp.rolled(f.version, (f.received + make_interval(months => f.amount % 12))::date) AS months,
         greatest(0, pg_temp.rank_after(f.version, f.until_day) - pg_temp.rank_after(f.version, f.received)) AS days_between,
         pg_temp.clock(f.version, f.until_day, f.minute) - pg_temp.clock(f.version, f.received, f.minute) AS minutes_between,
         pg_temp.moment(f.version, pg_temp.clock(f.version, f.received, f.minute) + f.minutes) AS working_minutes,
         pg_temp.working_day(f.version, pg_temp.after_pauses(pg_temp.rank_after(f.version, f.received), f.amount,
           (SELECT range_agg(int4range(pg_temp.rank_on(f.version, p.from_day), pg_temp.rank_on(f.version, p.until_day)))
              FROM pause p WHERE p.fact_id = f.id))::int - 1) AS working_days_after_pauses,
         pg_temp.moment(f.version, pg_temp.after_pauses(pg_temp.clock(f.version, f.received, f.minute), f.minutes,
           (SELECT range_agg(int4range(pg_temp.clock(f.version, p.from_day, p.from_min),
                                       pg_temp.clock(f.version, p.until_day, p.until_min)))
              FROM pause p WHERE p.fact_id = f.id))::int) AS working_minutes_after_pauses
    FROM fact f ORDER BY f.id`;
