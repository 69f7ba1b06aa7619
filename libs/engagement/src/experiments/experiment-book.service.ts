import { Injectable } from '@nestjs/common';
import { In, QueryFailedError, type EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock, isId, newId } from '#kernel';

import { Audit } from '../tuning/audit.service.js';
import { checkVariants } from './check-variants.js';
import { ExperimentEntity } from './experiment.entity.js';
import {
  dimensionTaken,
  experimentNotDraft,
  experimentNotFound,
  experimentNotRunning,
  tooManyExperiments,
} from './experiment.errors.js';
import type { ExperimentDimension, ExperimentVariant } from './experiment.js';

/** Drafts, and those that run. */
const MOST = 200;
const UNIQUE_VIOLATION = '23505';

export interface NewExperiment {
  readonly name: string;
  readonly dimension: ExperimentDimension;
  readonly variants: readonly ExperimentVariant[];
}

/** Writes experiments. Once started, one is never changed: its results would mean something else. */
@Injectable()
export class ExperimentBook {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `engagement.wrong-variants`, `engagement.too-many-experiments` */
  add({ name, dimension, variants }: NewExperiment, principal: string): Promise<ExperimentEntity> {
    checkVariants(dimension, variants);
    return this.transactions.run(async (manager) => {
      const open = await manager.countBy(ExperimentEntity, { status: In(['draft', 'running']) });
      if (open >= MOST) throw tooManyExperiments(MOST);
      const row = manager.create(ExperimentEntity, {
        ...{ id: newId(), name, dimension, variants: [...variants], status: 'draft' },
        ...{ stopReason: null, startedAt: null, stoppedAt: null, createdAt: this.clock.now(), createdBy: principal },
      });
      await manager.insert(ExperimentEntity, row);
      await this.audit.note(manager, { principal, action: 'experiment.added', subject: row.id, detail: { dimension } });
      return row;
    });
  }

  /** @throws AppError `engagement.experiment-not-found`, `engagement.experiment-not-draft`, `engagement.dimension-taken` */
  async start(id: string, principal: string): Promise<ExperimentEntity> {
    try {
      return await this.transactions.run(async (manager) => {
        const row = await this.locked(manager, id);
        if (row.status !== 'draft') throw experimentNotDraft();
        return this.change(manager, row, { status: 'running', startedAt: this.clock.now() }, principal);
      });
    } catch (error) {
      throw isTaken(error) ? dimensionTaken() : error;
    }
  }

  /**
   * From then on everybody is written to as usual.
   *
   * @throws AppError `engagement.experiment-not-found`, `engagement.experiment-not-running`
   */
  stop(id: string, principal: string, reason = 'operator', at = this.clock.now()): Promise<ExperimentEntity> {
    return this.transactions.run(async (manager) => {
      const row = await this.locked(manager, id);
      if (row.status !== 'running') throw experimentNotRunning();
      const status = reason === 'operator' ? 'finished' : 'stopped';
      return this.change(manager, row, { status, stopReason: reason, stoppedAt: at }, principal);
    });
  }

  private async locked(manager: EntityManager, id: string): Promise<ExperimentEntity> {
    const row = isId(id)
      ? await manager.findOne(ExperimentEntity, { where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!row) throw experimentNotFound();
    return row;
  }

  private async change(
    manager: EntityManager,
    row: ExperimentEntity,
    change: Partial<Pick<ExperimentEntity, 'status' | 'startedAt' | 'stoppedAt' | 'stopReason'>>,
    principal: string,
  ): Promise<ExperimentEntity> {
    await manager.update(ExperimentEntity, { id: row.id }, change);
    const detail = { status: change.status, reason: change.stopReason ?? null };
    await this.audit.note(manager, { principal, action: 'experiment.changed', subject: row.id, detail });
    return { ...row, ...change };
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === UNIQUE_VIOLATION;
}
