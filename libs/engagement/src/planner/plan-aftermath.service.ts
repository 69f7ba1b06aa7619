import { Injectable } from '@nestjs/common';

import { AgentRouter } from '#agents';
import { LanguageModel } from '#llm';
import { Logger } from '#telemetry';

import './engagement-write.task.js';
import type { DoneLook } from './looks.service.js';
import type { Terms } from './plan-terms.service.js';
import { PlanWords } from './plan-words.service.js';
import { PlannerNews } from './planner-news.service.js';

/** What follows a look once it is committed: it is told, and plans get their words. */
@Injectable()
export class PlanAftermath {
  constructor(
    private readonly news: PlannerNews,
    private readonly words: PlanWords,
    private readonly router: AgentRouter,
    private readonly model: LanguageModel,
    private readonly logger: Logger,
  ) {}

  async after(looks: readonly DoneLook[], terms: Terms, signal?: AbortSignal): Promise<void> {
    const ids = looks.flatMap(({ engagement }) => (engagement ? [engagement.id] : []));
    if (ids.length > 0) await this.askForWords(ids, terms, signal);
    await this.news.looked(looks, terms.policy);
  }

  /** At once where no model need be asked. Otherwise a task of its own: a lost one leaves a plan without words, and delivery sees to it. */
  private async askForWords(ids: readonly string[], terms: Terms, signal?: AbortSignal): Promise<void> {
    if (this.model.name === 'offline') {
      await this.words.writeAll(ids, terms, signal);
      return;
    }
    const tasks = ids.map((id) => ({ payload: { id }, key: `engagement.write:${id}` }));
    try {
      await this.router.dispatchMany('engagement.write', tasks);
    } catch (error) {
      this.logger.warn({ err: error, plans: ids.length }, 'plans get their words when they are due');
    }
  }
}
