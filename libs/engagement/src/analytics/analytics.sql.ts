/** What counts, of a set of engagements. */
const COUNTS = `
  count(*)::int AS planned,
  count(*) FILTER (WHERE sent_at IS NOT NULL)::int AS sent,
  count(*) FILTER (WHERE outcome = 'answered')::int AS answered,
  count(*) FILTER (WHERE outcome = 'ignored')::int AS ignored,
  count(*) FILTER (WHERE outcome = 'opted_out')::int AS "optedOut",
  avg(sentiment) FILTER (WHERE outcome = 'answered')::float8 AS sentiment`;

/** $1 from when on they were planned, $2 up to when. */
const WITHIN = 'created_at >= $1 AND created_at < $2';

export const TOTALS_SQL = `SELECT ${COUNTS} FROM engagements WHERE ${WITHIN}`;

/** Plans that came to nothing, by why. */
export const SKIPPED_SQL = `
SELECT coalesce(reason, status) AS reason, count(*)::int AS count FROM engagements
WHERE ${WITHIN} AND status IN ('skipped', 'failed', 'expired') GROUP BY 1 ORDER BY 2 DESC, 1`;

/** Looks at people that came to no plan, by the days that the range touches. */
export const NOT_PLANNED_SQL = `
SELECT reason, sum(count)::int AS count FROM engagement_skips
WHERE day >= ($1::timestamptz AT TIME ZONE 'UTC')::date AND day <= (($2::timestamptz - interval '1 microsecond') AT TIME ZONE 'UTC')::date
GROUP BY 1 ORDER BY 2 DESC, 1`;

/** $3 the zone in which days begin. */
export const GROUPS_SQL = {
  type: `SELECT type AS key, ${COUNTS} FROM engagements WHERE ${WITHIN} AND $3::text IS NOT NULL GROUP BY 1 ORDER BY 1`,
  stage: `SELECT stage AS key, ${COUNTS} FROM engagements WHERE ${WITHIN} AND $3::text IS NOT NULL GROUP BY 1 ORDER BY 1`,
  day: `SELECT to_char(created_at AT TIME ZONE $3, 'YYYY-MM-DD') AS key, ${COUNTS} FROM engagements WHERE ${WITHIN} GROUP BY 1 ORDER BY 1`,
  variant: `
SELECT arm.key || ':' || arm.value AS key, ${COUNTS} FROM engagements CROSS JOIN LATERAL jsonb_each_text(experiment) AS arm
WHERE ${WITHIN} AND $3::text IS NOT NULL AND experiment IS NOT NULL GROUP BY 1 ORDER BY 1`,
} as const;

/** Those that were sent, by person and quarter of an hour: what hour that is for them is worked out by their zone. */
export const QUARTERS_SQL = `
SELECT quarters.*, people.zone, people.zone_by AS "zoneBy",
  ARRAY(SELECT value FROM contact_aliases WHERE contact_id = quarters."contactId" AND kind = 'pn' ORDER BY value) AS phones
FROM (
  SELECT contact_id AS "contactId", date_bin('15 minutes', sent_at, '2000-01-01Z') AS at, ${COUNTS}
  FROM engagements WHERE ${WITHIN} AND sent_at IS NOT NULL GROUP BY 1, 2
) AS quarters
LEFT JOIN engagement_people AS people ON people.contact_id = quarters."contactId"`;

/** $3 within how many minutes each: how many of those whose outcome is known were answered by then. */
export const RESPONSES_SQL = `
WITH judged AS (SELECT outcome, response_ms FROM engagements WHERE ${WITHIN} AND outcome IS NOT NULL)
SELECT
  (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY response_ms) / 60000 FROM judged WHERE outcome = 'answered')::float8 AS p50,
  (SELECT percentile_cont(0.9) WITHIN GROUP (ORDER BY response_ms) / 60000 FROM judged WHERE outcome = 'answered')::float8 AS p90,
  (SELECT count(*)::int FROM judged) AS judged,
  ARRAY(
    SELECT (SELECT count(*)::int FROM judged WHERE outcome = 'answered' AND response_ms <= step.minutes * 60000.0)
    FROM unnest($3::int[]) WITH ORDINALITY AS step (minutes, place) ORDER BY place
  ) AS within`;
