import { Injectable } from '@nestjs/common';

import { Adoption } from './adoption.service.js';
import { Looks } from './looks.service.js';
import { PlanAftermath } from './plan-aftermath.service.js';
import { PlanTerms } from './plan-terms.service.js';
import { PlannerNews } from './planner-news.service.js';
import type { PlannerReport } from './planner-report.js';
import { SkipTally } from './skip-tally.js';

/** One run over all people whose time it is. */
@Injectable()
export class PlannerRun {
  constructor(
    private readonly terms: PlanTerms,
    private readonly adoption: Adoption,
    private readonly looks: Looks,
    private readonly aftermath: PlanAftermath,
    private readonly news: PlannerNews,
  ) {}

  async run(signal?: AbortSignal): Promise<PlannerReport> {
    const { policy } = await this.terms.current();
    if (!policy.enabled) return { looked: 0, planned: 0, skipped: {} };
    const began = performance.now();
    await this.adoption.adopt(policy);
    const tally = new SkipTally();
    let [looked, planned] = [0, 0];
    while (!signal?.aborted) {
      // Read for each batch: a run takes minutes, and a change of the settings holds at once.
      const terms = await this.terms.current();
      if (!terms.policy.enabled) break;
      const looks = await this.looks.next(terms);
      if (looks.length === 0) break;
      looked += looks.length;
      planned += looks.filter(({ engagement }) => engagement).length;
      tally.add(looks);
      await this.aftermath.after(looks, terms.policy, signal);
    }
    const report = { looked, planned, skipped: tally.byReason() };
    await this.news.ran(tally.list(), report, (performance.now() - began) / 1_000);
    return report;
  }
}
