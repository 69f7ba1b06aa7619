import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

import { AgentRouter } from '#agents';
import { MemoryConfig } from '#config';
import { Logger } from '#telemetry';

import { AbsorbableChats } from './absorbable-chats.service.js';
import { AbsorptionSteps } from './absorption-steps.js';
import './memory-absorb.task.js';

/** What is said in the meantime is taken in together. */
const DELAY_MS = 20_000;
const MOST_NOTED = 10_000;
const MOST_SWEPT = 500;

/** Has what is said taken in, later, off the way of an answer. */
@Injectable()
export class Absorption {
  private readonly noted = new LRUCache<string, true>({ max: MOST_NOTED, ttl: DELAY_MS });

  constructor(
    private readonly router: AgentRouter,
    private readonly chats: AbsorbableChats,
    private readonly config: MemoryConfig,
    private readonly logger: Logger,
    private readonly steps: AbsorptionSteps,
  ) {}

  /** Something was said in the chat. Never rejects: what a lost note leaves behind is found by the sweep. */
  async note(characterId: string, chatId: string): Promise<void> {
    const key = `${characterId}/${chatId}`;
    if (!this.config.enabled || this.noted.has(key)) return;
    this.noted.set(key, true);
    try {
      await this.router.dispatch('memory.absorb', { characterId, chatId }, { delayMs: DELAY_MS });
    } catch (error) {
      this.noted.delete(key);
      this.logger.warn({ err: error, chatId }, 'what was said will be taken in by the next sweep');
    }
  }

  /** Finds chats in which something waits, whatever became of their notes. Answers how many. */
  async sweep(): Promise<number> {
    if (!this.config.enabled) return 0;
    const names = this.steps.all.map(({ name }) => name);
    const chats = await this.chats.neglected(names, MOST_SWEPT);
    const entries = chats.map((payload) => ({ payload }));
    if (entries.length > 0) await this.router.dispatchMany('memory.absorb', entries);
    return chats.length;
  }
}
