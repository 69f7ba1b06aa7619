import { Injectable } from '@nestjs/common';

import { AutonomyConfig } from '#config';
import { Transactions } from '#database';
import { failpoint } from '#kernel';

import { GroupNames } from '../groups/group-names.service.js';
import type { Trigger } from '../groups/trigger.js';
import { GroupLook } from './group-look.service.js';
import { LookNews } from './look-news.service.js';
import type { LookResult } from './look-result.js';

/** Looks at groups: takes in what is new there, and decides. */
@Injectable()
export class GroupLooks {
  constructor(
    private readonly transactions: Transactions,
    private readonly names: GroupNames,
    private readonly looks: GroupLook,
    private readonly news: LookNews,
    private readonly config: AutonomyConfig,
  ) {}

  /** Bears a repeat, and any number of others at the same time. What is no group is let be. */
  async look(chatId: string, trigger: Trigger): Promise<LookResult> {
    if (!this.config.enabled) return { decision: null, acts: false };
    const names = await this.names.of(chatId);
    const startedAt = performance.now();
    const look = await this.transactions.run((manager) => this.looks.take(manager, chatId, trigger, names));
    if (!look) return { decision: null, acts: false };
    const acts = look.decision?.status === 'writing';
    if (acts) failpoint('autonomy.decided');
    await this.news.tell(look, (performance.now() - startedAt) / 1_000);
    return { decision: look.decision, acts };
  }
}
