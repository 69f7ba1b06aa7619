import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AppError } from '#kernel';
import { Logger } from '#telemetry';

import { ExperimentBook } from './experiment-book.service.js';
import { ExperimentEntity } from './experiment.entity.js';
import { ExperimentResults } from './experiment-results.service.js';
import type { RunningExperiment } from './experiment.js';
import { harmGuard } from './harm-guard.js';

const GUARD = 'guard';

/** Experiments that compare ways of writing first. */
@Injectable()
export class Experiments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly results: ExperimentResults,
    private readonly book: ExperimentBook,
    private readonly logger: Logger,
  ) {}

  /** Those that run, at most one a dimension. */
  running(): Promise<readonly RunningExperiment[]> {
    return this.dataSource.getRepository(ExperimentEntity).find({
      ...{ select: { id: true, dimension: true, variants: true }, where: { status: 'running' } },
      order: { dimension: 'ASC' },
    });
  }

  /** Ends the experiments in which a variant does harm, at once for everybody in it; how many. */
  async guard(now: Date): Promise<number> {
    let stopped = 0;
    for (const experiment of await this.running()) {
      const harm = await this.harmIn(experiment);
      if (harm && (await this.stop(experiment.id, harm, now))) stopped += 1;
    }
    return stopped;
  }

  private async harmIn(experiment: RunningExperiment): Promise<string | null> {
    const arms = await this.results.of({ ...experiment, variants: [...experiment.variants] });
    const control = arms.find((arm) => arm.control);
    for (const arm of arms) {
      const verdict = control && arm !== control ? harmGuard(control, arm) : { stop: false as const };
      if (verdict.stop) return `harm:${arm.key}:${verdict.reason}`;
    }
    return null;
  }

  private async stop(id: string, reason: string, now: Date): Promise<boolean> {
    try {
      await this.book.stop(id, GUARD, reason, now);
      this.logger.warn({ experiment: id, reason }, 'an experiment did harm and was stopped');
      return true;
    } catch (error) {
      // Stopped by somebody else meanwhile.
      if (error instanceof AppError && error.code === 'engagement.experiment-not-running') return false;
      throw error;
    }
  }
}
