import { Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';

import type { Page } from '#kernel';
import { Cursors } from '#security';

import { TaskEntity, type TaskStatus } from './task.entity.js';

export interface TaskListOptions {
  readonly limit: number;
  readonly cursor?: string;
  readonly status?: TaskStatus;
  readonly name?: string;
}

/** Lists task records for the operator. */
@Injectable()
export class TaskList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /** The newest first: ids sort by the time they were made. Throws `cursor.invalid`. */
  async list({ limit, cursor, status, name }: TaskListOptions): Promise<Page<TaskEntity>> {
    const list = `tasks:${status ?? ''}:${name ?? ''}`;
    const [before] = cursor === undefined ? [] : this.cursors.read(list, cursor, 1);
    const rows = await this.dataSource.getRepository(TaskEntity).find({
      where: {
        ...(status && { status }),
        ...(name !== undefined && { name }),
        ...(before !== undefined && { id: LessThan(String(before)) }),
      },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? this.cursors.sign(list, [last.id]) : null };
  }
}
