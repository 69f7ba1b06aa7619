import { Injectable } from '@nestjs/common';

import { Adoption } from './adoption.service.js';
import { Looks, LOOKS_AT_ONCE } from './looks.service.js';
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
    let terms = await this.terms.current();
    if (!terms.policy.enabled) return { looked: 0, planned: 0, skipped: {} };
    const began = performance.now();
    await this.adoption.adopt(terms.policy);
    const tally = new SkipTally();
    let [looked, planned] = [0, 0];
    while (!signal?.aborted) {
      const looks = await this.looks.next(terms);
      looked += looks.length;
      planned += looks.filter(({ engagement }) => engagement).length;
      tally.add(looks);
      await this.aftermath.after(looks, terms, signal);
      if (looks.length < LOOKS_AT_ONCE) break;
      // Read for each batch: a run takes minutes, and a change of the settings holds at once.
      terms = await this.terms.current();
      if (!terms.policy.enabled) break;
    }
    const report = { looked, planned, skipped: tally.byReason() };
    await this.news.ran(tally.list(), report, (performance.now() - began) / 1_000);
    return report;
  }
}
