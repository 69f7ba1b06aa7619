import type { DataSource, EntityManager, EntityTarget } from 'typeorm';

import { newId, type Clock, type Page } from '#kernel';

import type { Cursors } from '../cursors/cursors.service.js';
import type { AuditRow } from './audit-row.js';

/** Something that was done. */
export type AuditNote = Pick<AuditRow, 'principal' | 'action'> & Partial<Pick<AuditRow, 'subject' | 'detail'>>;

/** Who did what, in a table of its own for each subject, in which nothing is ever changed. */
export abstract class AuditTrail<Row extends AuditRow> {
  protected constructor(
    private readonly entity: EntityTarget<Row>,
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of what was done: either both stand or none. */
  async note(manager: EntityManager, { principal, action, subject, detail }: AuditNote): Promise<void> {
    await manager.query(
      `INSERT INTO ${this.table} (id, at, principal, action, subject, detail) VALUES ($1, $2, $3, $4, $5, $6)`,
      [newId(), this.clock.now(), principal, action, subject ?? null, JSON.stringify(detail ?? {})],
    );
  }

  /** The latest first. @throws AppError `cursor.invalid` */
  async list({ limit, cursor }: { readonly limit: number; readonly cursor?: string }): Promise<Page<Row>> {
    const list = this.table.replace('_', '-');
    const query = this.dataSource.getRepository(this.entity).createQueryBuilder('note');
    if (cursor !== undefined) {
      const [at, id] = this.cursors.read(list, cursor, 2);
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
    return { items, nextCursor: more ? this.cursors.sign(list, [last.at.toISOString(), last.id]) : null };
  }

  private get table(): string {
    return this.dataSource.getMetadata(this.entity).tableName;
  }
}
