import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Clock, newId, type Page } from '#kernel';
import { Cursors } from '#security';

import { AutonomyAuditEntity } from './autonomy-audit.entity.js';

const LIST = 'autonomy-audit';

/** Something that was done: ids, names and numbers, no words of anybody. */
export interface AutonomyNote {
  /** Id of an API key, or `admin`. */
  readonly principal: string;
  readonly action: string;
  readonly subject: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Who did what about speaking unasked. Nothing in it is ever changed. */
@Injectable()
export class AutonomyAudit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of what was done: either both stand or none. */
  async note(manager: EntityManager, { principal, action, subject, detail = {} }: AutonomyNote): Promise<void> {
    await manager.query(
      'INSERT INTO autonomy_audit (id, at, principal, action, subject, detail) VALUES ($1, $2, $3, $4, $5, $6)',
      [newId(), this.clock.now(), principal, action, subject, JSON.stringify(detail)],
    );
  }

  /** The latest first. @throws AppError `cursor.invalid` */
  async list({
    limit,
    cursor,
  }: {
    readonly limit: number;
    readonly cursor?: string;
  }): Promise<Page<AutonomyAuditEntity>> {
    const query = this.dataSource.getRepository(AutonomyAuditEntity).createQueryBuilder('note');
    if (cursor !== undefined) {
      const [at, id] = this.cursors.read(LIST, cursor, 2);
      query.where('(note.at, note.id) < (:at::timestamptz, :id::uuid)', { at, id });
    }
    const rows = await query
      .orderBy('note.at', 'DESC')
      .addOrderBy('note.id', 'DESC')
      .limit(limit + 1)
      .getMany();
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const more = rows.length > limit && last;
    return { items, nextCursor: more ? this.cursors.sign(LIST, [last.at.toISOString(), last.id]) : null };
  }
}
