import { Agent, AgentRouter, Handles, type PayloadOf, type TaskContext } from '#agents';
import { MemoryConfig } from '#config';

import { Absorber } from './absorber.service.js';
import './memory-absorb.task.js';

/** Remembers. Few at a time: it works in the background, and people who wait for an answer come first. */
@Agent('memory', { concurrency: 2 })
export class AbsorptionAgent {
  constructor(
    private readonly absorber: Absorber,
    private readonly router: AgentRouter,
    private readonly config: MemoryConfig,
  ) {}

  @Handles('memory.absorb')
  async absorb(payload: PayloadOf<'memory.absorb'>, { signal }: TaskContext): Promise<undefined> {
    if (!this.config.enabled) return;
    const { more } = await this.absorber.absorb(payload, { signal });
    if (more) await this.router.dispatch('memory.absorb', payload, { delayMs: 1_000 });
  }
}
