import type { EntityManager } from 'typeorm';

import { queryPrepared, type Statement } from '#database';

import { HEARD_SQL, heardIn, heardParameters, THEIRS_SQL, type Heard, type HeardRow } from './heard-since.js';
import type { LockedRow } from './outbox-gate.sql.js';
import { pacingUnreadable } from './outbox.errors.js';
import { PACE_SQL, type PaceRow } from './pacing/pacing.sql.js';

const DAY_MS = 24 * 60 * 60_000;

/** What the last gate has to know beside the rows that it has locked. */
export interface GateFacts extends PaceRow {
  /** Messages of ours that passed the gate in this chat in the last 24 hours. */
  readonly sentLastDay: number;
  readonly heard: Heard;
}

/**
 * Comes after all locks, in a statement of its own: it must see what others committed while we waited for them. What was heard is looked at only
 * for what nobody asked for, and what the pace depends on only if `paced`. Throws `outbox.pacing-unreadable`: the gate stays closed then.
 */
export async function gateFacts(
  manager: EntityManager,
  row: LockedRow,
  { paced, now }: { readonly paced: boolean; readonly now: Date },
): Promise<GateFacts> {
  const dayAgo = new Date(now.getTime() - DAY_MS);
  const parameters = [...heardParameters(row, row.theirs), dayAgo, paced];
  const [facts] = await queryPrepared<FactsRow>(manager, FACTS, parameters);
  if (!facts) throw pacingUnreadable();
  return { ...facts, sentLastDay: facts.sent_last_day, heard: heardIn(facts) };
}

interface FactsRow extends HeardRow, PaceRow {
  readonly sent_last_day: number;
}

const FACTS: Statement = {
  name: 'outbox.facts',
  text: `
WITH ${THEIRS_SQL}
SELECT
  (SELECT count(*)::integer FROM outbox WHERE chat_id = $1 AND gated_at > $6 AND state <> 'queued') AS sent_last_day,
  ${HEARD_SQL},
  ${PACE_SQL}
FROM own`,
};
