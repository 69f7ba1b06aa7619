import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';

import { Clock, isId, newId, type Page } from '#kernel';
import { Cursors } from '#security';

import { exportNotFound, exportTaken } from './export.errors.js';
import { ExportEntity, type ExportState } from './export.entity.js';
import type { TalliedFile } from './file-tally.js';

const LIST = 'exports';

/** What is asked for. */
export type ExportOrder = Pick<
  ExportEntity,
  'requestedBy' | 'format' | 'chatIds' | 'rangeFrom' | 'rangeTo' | 'zone' | 'me' | 'includeMedia' | 'bom'
>;

/** A file that is whole and in its place. */
export interface FinishedFile extends TalliedFile {
  readonly path: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly messages: number;
  readonly expiresAt: Date;
}

/** The rows of the exports. */
@Injectable()
export class ExportBook {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  async open(order: ExportOrder): Promise<string> {
    const id = newId();
    await this.exports().insert({ id, ...order, createdAt: this.clock.now() });
    return id;
  }

  async setTask(id: string, taskId: string): Promise<void> {
    await this.exports().update({ id }, { taskId });
  }

  /** Throws `export.not-found`. */
  async find(id: string): Promise<ExportEntity> {
    const row = isId(id) ? await this.exports().findOneBy({ id }) : null;
    if (!row) throw exportNotFound();
    return row;
  }

  /** The latest first. Throws `cursor.invalid`. */
  async list({ limit, cursor }: { readonly limit: number; readonly cursor?: string }): Promise<Page<ExportEntity>> {
    const query = this.exports().createQueryBuilder('export');
    if (cursor !== undefined) {
      const [at, id] = this.cursors.read(LIST, cursor, 2);
      query.where('(export.created_at, export.id) < (:at::timestamptz, :id::uuid)', { at, id });
    }
    const rows = await query
      .orderBy('export.created_at', 'DESC')
      .addOrderBy('export.id', 'DESC')
      .limit(limit + 1)
      .getMany();
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const more = rows.length > limit && last;
    return { items, nextCursor: more ? this.cursors.sign(LIST, [last.createdAt.toISOString(), last.id]) : null };
  }

  /** Throws `export.taken` when there is nothing to be made any more. */
  async begin(id: string): Promise<void> {
    const open = In(['waiting', 'failed'] satisfies ExportState[]);
    const { affected } = await this.exports().update({ id, state: open }, { state: 'waiting', failure: null });
    if (affected !== 1) throw exportTaken();
  }

  /** Throws `export.taken` when it was removed or finished meanwhile. */
  async finish(id: string, file: FinishedFile, manager: EntityManager): Promise<void> {
    const end = { ...file, bytes: String(file.bytes), failure: null, finishedAt: this.clock.now() };
    const { affected } = await this.exports(manager).update({ id, state: 'waiting' }, { ...end, state: 'ready' });
    if (affected !== 1) throw exportTaken();
  }

  async fail(id: string, reason: string): Promise<void> {
    const end = { state: 'failed', failure: reason, finishedAt: this.clock.now() } as const;
    await this.exports().update({ id, state: 'waiting' }, end);
  }

  /** Forgets the file and its name, which is somebody's; the row tells for a while that there was one. */
  async expire(id: string, manager: EntityManager): Promise<void> {
    await this.exports(manager).update({ id }, { state: 'expired', path: null, fileName: null });
  }

  async remove(id: string, manager: EntityManager): Promise<void> {
    await this.exports(manager).delete({ id });
  }

  private exports(manager: EntityManager = this.dataSource.manager) {
    return manager.getRepository(ExportEntity);
  }
}
