import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { isId } from '#kernel';

import { ExperimentEntity } from './experiment.entity.js';
import { experimentNotFound } from './experiment.errors.js';

/** Those that have ended are kept for good. */
const MOST_SHOWN = 500;

/** Reads experiments. */
@Injectable()
export class ExperimentLists {
  constructor(private readonly dataSource: DataSource) {}

  /** The latest first, not without end. */
  all(): Promise<ExperimentEntity[]> {
    const order = { createdAt: 'DESC', id: 'DESC' } as const;
    return this.dataSource.getRepository(ExperimentEntity).find({ order, take: MOST_SHOWN });
  }

  /** @throws AppError `engagement.experiment-not-found` */
  async one(id: string): Promise<ExperimentEntity> {
    const row = isId(id) ? await this.dataSource.getRepository(ExperimentEntity).findOneBy({ id }) : null;
    if (!row) throw experimentNotFound();
    return row;
  }
}
