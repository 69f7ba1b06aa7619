import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { isId } from '#kernel';

import { ExperimentEntity } from './experiment.entity.js';
import { experimentNotFound } from './experiment.errors.js';

/** Reads experiments. */
@Injectable()
export class ExperimentLists {
  constructor(private readonly dataSource: DataSource) {}

  /** The latest first. */
  all(): Promise<ExperimentEntity[]> {
    return this.dataSource.getRepository(ExperimentEntity).find({ order: { createdAt: 'DESC', id: 'DESC' } });
  }

  /** @throws AppError `engagement.experiment-not-found` */
  async one(id: string): Promise<ExperimentEntity> {
    const row = isId(id) ? await this.dataSource.getRepository(ExperimentEntity).findOneBy({ id }) : null;
    if (!row) throw experimentNotFound();
    return row;
  }
}
