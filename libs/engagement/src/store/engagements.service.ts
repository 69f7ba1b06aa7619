import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Clock, isId, newId } from '#kernel';

import { EngagementEntity } from './engagement.entity.js';
import { engagementNotFound } from './engagement.errors.js';
import type { ContentSource, Engagement, EngagementStatus } from './engagement.js';
import { EngagementWords } from './engagement-words.service.js';
import { INSERT_PLANS_SQL } from './insert-plans.sql.js';
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
      const inserted = await manager.query<{ id: string }[]>(INSERT_PLANS_SQL, [
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
    const rows = await manager
      .getRepository(EngagementEntity)
      .createQueryBuilder('engagement')
      .where('engagement.id = ANY(:ids)', { ids })
      .getMany();
    return this.open(rows, manager);
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
    { text, source, language, templateId, memoryIds }: WrittenText,
    { onlyEmpty = false }: { readonly onlyEmpty?: boolean } = {},
  ): Promise<boolean> {
    const row = await manager.getRepository(EngagementEntity).findOneBy({ id });
    if (!row) return false;
    const [written] = await manager.query<[unknown[], number]>(
      `UPDATE engagements SET body = $2, wording = $3, source = $4, language = $5, template_id = $6,
         memory_ids = coalesce($7::uuid[], memory_ids), revision = revision + 1
       WHERE id = $1 AND status IN ('planned', 'approved') AND handed_at IS NULL AND (body IS NULL OR NOT $8::boolean)
       RETURNING id`,
      [
        id,
        await this.words.seal(row.subjectId, id, text, manager),
        this.words.wordingOf(text),
        source,
        language,
        templateId ?? null,
        memoryIds ?? null,
        onlyEmpty,
      ],
    );
    return written.length > 0;
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
    const [ended] = await manager.query<[unknown[], number]>(
      `UPDATE engagements SET status = $2, reason = $3, body = NULL, pending_slot = NULL, queue_slot = NULL
       WHERE id = $1 AND status IN ('planned', 'approved') AND handed_at IS NULL RETURNING id`,
      [id, status, reason],
    );
    return ended.length > 0;
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

/** As INSERT_PLANS_SQL reads it. */
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
