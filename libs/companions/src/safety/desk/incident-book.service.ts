import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan, Not, type FindOptionsWhere } from 'typeorm';

import { Clock, isId, newId, type Page } from '#kernel';
import { Cursors } from '#security';

import { SafetyIncidentEntity, type IncidentKind } from './safety-incident.entity.js';
import { incidentNotFound } from './safety.errors.js';

export type Incident = Omit<SafetyIncidentEntity, 'chat' | 'contact'>;
export type NewIncident = Omit<Incident, 'id' | 'createdAt' | 'handledAt'>;

export interface IncidentFilter {
  readonly kind?: IncidentKind;
  readonly handled?: boolean;
  readonly chatId?: string;
  readonly contactId?: string;
}

/** Keeps incidents, and shows them. */
@Injectable()
export class IncidentBook {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /**
   * Each kind once for a message, however often its turn is taken up, and once for all messages of a turn, `among`: more may have joined it
   * since. Null when it is there already.
   */
  async add(incident: NewIncident, among: readonly string[] = []): Promise<Incident | null> {
    const { chatId, contactId, messageId, kind, level, action } = incident;
    const row = { ...incident, id: newId(), createdAt: this.clock.now(), handledAt: null };
    const added = await this.dataSource.query<unknown[]>(
      `INSERT INTO safety_incidents (id, chat_id, contact_id, message_id, kind, level, action, created_at)
       SELECT $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::text, $6::smallint, $7::text, $8::timestamptz
       WHERE NOT EXISTS (SELECT 1 FROM safety_incidents WHERE kind = $5 AND message_id = ANY($9::uuid[]))
       ON CONFLICT (message_id, kind) DO NOTHING RETURNING id`,
      [row.id, chatId, contactId, messageId, kind, Math.round(level), action, row.createdAt, among],
    );
    return added.length > 0 ? row : null;
  }

  /** Whether somebody was cared for in the chat since then, because of other messages than these. */
  async caredForSince(chatId: string, since: Date, except: readonly string[]): Promise<boolean> {
    const found = await this.dataSource.query<unknown[]>(
      `SELECT 1 FROM safety_incidents
       WHERE chat_id = $1 AND action = 'care' AND created_at >= $2 AND (message_id = ANY($3::uuid[])) IS NOT TRUE LIMIT 1`,
      [chatId, since, except],
    );
    return found.length > 0;
  }

  /** The latest first. @throws AppError `cursor.invalid` */
  async list(
    filter: IncidentFilter,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<Incident>> {
    const before = cursor === undefined ? null : String(this.cursors.read(LIST, cursor, 1)[0]);
    const items = await this.dataSource.getRepository(SafetyIncidentEntity).find({
      where: { ...whereOf(filter), ...(before !== null && { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const shown = items.slice(0, limit);
    const last = shown.at(-1);
    return { items: shown, nextCursor: items.length > limit && last ? this.cursors.sign(LIST, [last.id]) : null };
  }

  /** Somebody has looked at it; again does no harm. @throws AppError `safety.incident-not-found` */
  async handled(id: string): Promise<Incident> {
    const incidents = this.dataSource.getRepository(SafetyIncidentEntity);
    if (!isId(id)) throw incidentNotFound();
    await incidents.update({ id, handledAt: IsNull() }, { handledAt: this.clock.now() });
    const incident = await incidents.findOneBy({ id });
    if (!incident) throw incidentNotFound();
    return incident;
  }
}

const LIST = 'safety-incidents';

function whereOf({ kind, handled, chatId, contactId }: IncidentFilter): FindOptionsWhere<SafetyIncidentEntity> {
  return {
    ...(kind !== undefined && { kind }),
    ...(handled !== undefined && { handledAt: handled ? Not(IsNull()) : IsNull() }),
    ...(chatId !== undefined && { chatId }),
    ...(contactId !== undefined && { contactId }),
  };
}
