import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { queryPrepared, type Statement } from '#database';
import { Clock, isId, newId } from '#kernel';

import { ENGAGEMENT_COLUMNS_SQL } from './engagement-columns.js';
import type { EngagementEntity } from './engagement.entity.js';
import { engagementNotFound } from './engagement.errors.js';
import type { ContentSource, Engagement, EngagementStatus } from './engagement.js';
import { EngagementWords } from './engagement-words.service.js';
import { INSERT_PLANS } from './insert-plans.sql.js';
import type { NewEngagement, WaitingWalls } from './new-engagement.js';
import { toEngagement } from './to-engagement.js';

/** An end at which nothing leaves. */
export type DeadEnd = Extract<EngagementStatus, 'skipped' | 'failed' | 'expired'>;

export interface WrittenText {
  readonly text: string;
  readonly source: ContentSource;
  readonly language: string;
  readonly templateId?: string | null;
  readonly memoryIds?: readonly string[];
}

/** Two plans may want the same place: the loser looks for another one, this often. */
const TRIES = 3;

/** The rows of outreaches. */
@Injectable()
export class Engagements {
  constructor(
    private readonly dataSource: DataSource,
    private readonly words: EngagementWords,
    private readonly clock: Clock,
  ) {}

  /** The id of the new row; null: a wall said no (too many wait for this person, or in all, or the moment has its plan). */
  async insert(manager: EntityManager, plan: NewEngagement, walls: WaitingWalls): Promise<string | null> {
    const [id] = await this.insertAll(manager, [plan], walls);
    return id ?? null;
  }

  /** In the order of `plans`: the id of the new row, or null where a wall said no. The walls are unique indexes: no race gets over them. */
  async insertAll(
    manager: EntityManager,
    plans: readonly NewEngagement[],
    walls: WaitingWalls,
  ): Promise<readonly (string | null)[]> {
    const rows = plans.map((plan) => rowOf(newId(), plan));
    const added = new Set<string>();
    for (let attempt = 0; attempt < TRIES && added.size < rows.length; attempt++) {
      const missing = rows.filter(({ id }) => !added.has(id));
      const inserted = await queryPrepared<{ id: string }>(manager, INSERT_PLANS, [
        JSON.stringify(missing),
        walls.perPerson,
        walls.inAll,
        this.clock.now(),
      ]);
      for (const { id } of inserted) added.add(id);
    }
    return rows.map(({ id }) => (added.has(id) ? id : null));
  }

  /** @throws AppError `engagement.not-found` */
  async find(id: string, manager: EntityManager = this.dataSource.manager): Promise<Engagement> {
    const [engagement] = isId(id) ? await this.findAll([id], manager) : [];
    if (!engagement) throw engagementNotFound();
    return engagement;
  }

  /** Those of these ids that there are, in no order. */
  async findAll(
    ids: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<readonly Engagement[]> {
    return this.open(await queryPrepared<EngagementEntity>(manager, FIND, [ids]), manager);
  }

  /** As they are shown, with their words. */
  async open(rows: readonly EngagementEntity[], manager?: EntityManager): Promise<readonly Engagement[]> {
    const texts = await this.words.openAll(rows, manager);
    return rows.map((row, index) => toEngagement(row, texts[index] ?? null));
  }

  /** Puts words into a plan that waits, and counts the write. False when it waits no more, or has words and `onlyEmpty` is wanted. */
  async write(
    manager: EntityManager,
    id: string,
    text: WrittenText,
    { onlyEmpty = false }: { readonly onlyEmpty?: boolean } = {},
  ): Promise<boolean> {
    return (await this.writeEach(manager, [{ id, ...text }], { onlyEmpty })).length > 0;
  }

  /** As `write`, for several at once. The ids of those that have these words now. */
  async writeEach(
    manager: EntityManager,
    texts: readonly (WrittenText & { readonly id: string })[],
    { onlyEmpty }: { readonly onlyEmpty: boolean },
  ): Promise<readonly string[]> {
    const ids = texts.map(({ id }) => id);
    const subjects = await queryPrepared<{ id: string; subject_id: string }>(manager, SUBJECTS, [ids]);
    const subjectOf = new Map(subjects.map(({ id, subject_id: subjectId }) => [id, subjectId]));
    const known = texts.flatMap((text) => {
      const subjectId = subjectOf.get(text.id);
      return subjectId === undefined ? [] : [{ ...text, subjectId }];
    });
    const sealed: Buffer[] = [];
    for (const { subjectId, id, text } of known) sealed.push(await this.words.seal(subjectId, id, text, manager));
    const written = await queryPrepared<{ id: string }>(manager, WRITE, [
      known.map(({ id }) => id),
      sealed,
      known.map(({ text }) => this.words.wordingOf(text)),
      known.map(({ source }) => source),
      known.map(({ language }) => language),
      known.map(({ templateId }) => templateId ?? null),
      known.map(({ memoryIds }) => (memoryIds ? `{${memoryIds.join(',')}}` : null)),
      onlyEmpty,
    ]);
    return written.map(({ id }) => id);
  }

  /** False when it is past that. */
  async approve(manager: EntityManager, id: string, principal: string): Promise<boolean> {
    const [approved] = await manager.query<[unknown[], number]>(
      `UPDATE engagements SET status = 'approved', approved_at = $2, approved_by = $3
       WHERE id = $1 AND status = 'planned' AND handed_at IS NULL RETURNING id`,
      [id, this.clock.now(), principal],
    );
    return approved.length > 0;
  }

  /** Ends what waits and has not been handed over; its words go, its places are free. False when it is past that. */
  async end(manager: EntityManager, id: string, status: DeadEnd, reason: string): Promise<boolean> {
    return (await this.endEach(manager, [{ id, status, reason }])).length > 0;
  }

  /** As `end`, for several at once; the ids of those that have ended with this. */
  async endEach(
    manager: EntityManager,
    ends: readonly { readonly id: string; readonly status: DeadEnd; readonly reason: string }[],
  ): Promise<readonly string[]> {
    const ended = await queryPrepared<{ id: string }>(manager, END, [
      ends.map(({ id }) => id),
      ends.map(({ status }) => status),
      ends.map(({ reason }) => reason),
    ]);
    return ended.map(({ id }) => id);
  }

  /** Ends all that waits for a person; their ids. */
  async endAllOf(
    manager: EntityManager,
    contactId: string,
    status: DeadEnd,
    reason: string,
  ): Promise<readonly string[]> {
    const [ended] = await manager.query<[{ id: string }[], number]>(
      `UPDATE engagements SET status = $2, reason = $3, body = NULL, pending_slot = NULL, queue_slot = NULL
       WHERE contact_id = $1 AND status IN ('planned', 'approved') AND handed_at IS NULL RETURNING id`,
      [contactId, status, reason],
    );
    return ended.map(({ id }) => id);
  }
}

const FIND: Statement = {
  name: 'engagement.find',
  text: `SELECT ${ENGAGEMENT_COLUMNS_SQL} FROM engagements WHERE id = ANY($1::uuid[])`,
};

const SUBJECTS: Statement = {
  name: 'engagement.subjects',
  text: 'SELECT id, subject_id FROM engagements WHERE id = ANY($1::uuid[])',
};

/** One of each: id, words, their hash, where they are from, language, template, memories as text. $8 whether those that have words keep them. */
const WRITE: Statement = {
  name: 'engagement.write',
  text: `
UPDATE engagements SET body = made.body, wording = made.wording, source = made.source, language = made.language,
  template_id = made.template_id, memory_ids = coalesce(made.memory_ids::uuid[], engagements.memory_ids), revision = revision + 1
FROM unnest($1::uuid[], $2::bytea[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
  AS made (id, body, wording, source, language, template_id, memory_ids)
WHERE engagements.id = made.id AND status IN ('planned', 'approved') AND handed_at IS NULL
  AND (engagements.body IS NULL OR NOT $8::boolean)
RETURNING engagements.id`,
};

/** One of each: id, how it ends and why. */
const END: Statement = {
  name: 'engagement.end',
  text: `
UPDATE engagements SET status = ended.status, reason = ended.reason, body = NULL, pending_slot = NULL, queue_slot = NULL
FROM unnest($1::uuid[], $2::text[], $3::text[]) AS ended (id, status, reason)
WHERE engagements.id = ended.id AND engagements.status IN ('planned', 'approved') AND handed_at IS NULL
RETURNING engagements.id`,
};

/** As INSERT_PLANS reads it. */
function rowOf(id: string, plan: NewEngagement) {
  return {
    id,
    contact_id: plan.contactId,
    chat_id: plan.chatId,
    account_id: plan.accountId,
    character_id: plan.characterId,
    type: plan.type,
    moment: plan.moment,
    memory_ids: plan.memoryIds,
    reasons: plan.reasons,
    experiment: plan.experiment,
    mode: plan.mode,
    stage: plan.stage,
    due_at: plan.dueAt,
    expires_at: plan.expiresAt,
  };
}
