import { Injectable } from '@nestjs/common';

import { AppError } from '#kernel';
import { Logger } from '#telemetry';

import type { AbsorbableChat } from './absorbable-chat.js';
import { AbsorbableChats } from './absorbable-chats.service.js';
import { AbsorptionPlaces, type PlaceKey, type Standing } from './absorption-places.service.js';
import type { AbsorbedMessage, AbsorptionStep } from './absorption-step.js';
import { AbsorptionSteps } from './absorption-steps.js';
import { afterFailure } from './failure-policy.js';
import { WaitingMessages, type WaitingMessage } from './waiting-messages.service.js';

/** Stretches of one step in one run: then others may have their turn. */
const MOST_STRETCHES = 50;
/** So far is looked ahead, to tell a step how much waits. */
const LOOK_AHEAD = 100;
const SHORTEST_REST_MS = 2 * 60_000;
const LONGEST_REST_MS = 3_600_000;
const UNDECIPHERED_REST_MS = 3_600_000;

export interface AbsorbOptions {
  readonly signal?: AbortSignal;
  /** Takes in what waits though a step would rather wait for more, and though it failed a moment ago. */
  readonly evenIfNotDue?: boolean;
  /** Only these steps. Default: all. */
  readonly steps?: readonly string[];
}

/** What came of a run: `more` waits still, and may be taken in at once. */
export interface AbsorbOutcome {
  readonly more: boolean;
}

/** Takes in what was said in a chat, step by step, each stretch once. */
@Injectable()
export class Absorber {
  constructor(
    private readonly chats: AbsorbableChats,
    private readonly places: AbsorptionPlaces,
    private readonly waiting: WaitingMessages,
    private readonly logger: Logger,
    private readonly steps: AbsorptionSteps,
  ) {}

  /** Everything that waits in the chat, for each step, or as much as one run may. Rejects when `signal` aborts. */
  async absorb(
    { characterId, chatId }: Omit<PlaceKey, 'step'>,
    { signal = new AbortController().signal, evenIfNotDue = false, steps }: AbsorbOptions = {},
  ): Promise<AbsorbOutcome> {
    const chat = await this.chats.find(chatId);
    if (!chat) return { more: false };
    let more = false;
    for (const step of this.steps.all) {
      if (steps && !steps.includes(step.name)) continue;
      const key = { characterId, chatId, step: step.name };
      if (await this.run(step, { key, chat, signal, evenIfNotDue })) more = true;
    }
    return { more };
  }

  /** Whether more waits. */
  private async run(step: AbsorptionStep, work: Work): Promise<boolean> {
    for (let stretch = 0; stretch < MOST_STRETCHES; stretch += 1) {
      work.signal.throwIfAborted();
      if (!(await this.takeNext(step, work))) return false;
    }
    return true;
  }

  /** Whether there may be more to take in at once. */
  private async takeNext(step: AbsorptionStep, { key, chat, signal, evenIfNotDue }: Work): Promise<boolean> {
    const standing = await this.places.of(key);
    if (!evenIfNotDue && standing.failures > 0 && this.places.isPausing(standing)) return false;
    const inArchive = chat.archivedAt !== null && (standing.seenAt === null || standing.seenAt <= chat.archivedAt);
    const size = Math.max(1, standing.narrowed ?? step.batchSize);
    const found = await this.waiting.of(chat, standing, { limit: Math.max(LOOK_AHEAD, size), inArchive });
    if (found.messages.length === 0) {
      await this.places.rest(key, chat.messageCount, found.undeciphered ? UNDECIPHERED_REST_MS : null);
      return false;
    }
    if (chat.optedOut) return this.passOver(key, standing, found.messages);
    const waiting = this.waiting.stretchOf(found.messages);
    if (waiting.messages > 0 && !evenIfNotDue && standing.narrowed === null && !step.isDue(waiting)) {
      const restMs = Math.min(LONGEST_REST_MS, Math.max(SHORTEST_REST_MS, waiting.idleMs / 2));
      // Too little for the step, however long it waits: it comes with what is said next.
      const tooLittle = !step.isDue({ ...waiting, idleMs: Infinity });
      const again = tooLittle ? (found.undeciphered ? UNDECIPHERED_REST_MS : null) : restMs;
      await this.places.rest(key, chat.messageCount, again);
      return false;
    }
    return this.take(step, { key, chat, signal, standing, messages: found.messages.slice(0, size) });
  }

  /** What is said after STOP is not remembered, also not after START. */
  private async passOver(key: PlaceKey, standing: Standing, messages: readonly WaitingMessage[]): Promise<boolean> {
    const taken = messages.map(({ id }) => id);
    return this.places.advance(key, standing, { taken, narrowed: null });
  }

  private async take(step: AbsorptionStep, { key, chat, signal, standing, messages }: Stretch): Promise<boolean> {
    const taken = messages.map(({ id }) => id);
    // After a stretch that failed as a whole, the next ones grow again.
    const narrowed = grown(standing.narrowed, step.batchSize);
    try {
      const said = await opened(messages);
      if (said.length === 0) return await this.places.advance(key, standing, { taken, narrowed });
      const stretch = { characterId: key.characterId, chat, messages: said };
      const writes = await step.absorb(stretch, signal);
      return await this.places.advance(key, standing, { taken, narrowed, writes });
    } catch (error) {
      signal.throwIfAborted();
      return this.failed(key, standing, taken, error);
    }
  }

  private async failed(key: PlaceKey, standing: Standing, taken: readonly string[], error: unknown): Promise<boolean> {
    const code = error instanceof AppError ? error.code : 'internal';
    const after = afterFailure(standing, taken.length, error);
    const facts = { err: error, ...key, messages: taken.length };
    if (after.leaveOut && taken[0] !== undefined) {
      this.logger.error({ ...facts, messageId: taken[0] }, 'a message could not be taken in and was left out');
      return this.places.leaveOut(key, standing, taken[0], code);
    }
    this.logger.warn(facts, 'what was said could not be taken in yet');
    await this.places.fail(key, standing, code, after);
    return after.pauseMs === 0;
  }
}

interface Work {
  readonly key: PlaceKey;
  readonly chat: AbsorbableChat;
  readonly signal: AbortSignal;
  readonly evenIfNotDue: boolean;
}

interface Stretch extends Omit<Work, 'evenIfNotDue'> {
  readonly standing: Standing;
  readonly messages: readonly WaitingMessage[];
}

/** In the order in which it was said. */
async function opened(messages: readonly WaitingMessage[]): Promise<AbsorbedMessage[]> {
  const said = await Promise.all(messages.filter(({ silent }) => !silent).map((message) => message.open()));
  return said.sort((one, other) => one.sentAt.getTime() - other.sentAt.getTime() || (one.id < other.id ? -1 : 1));
}

function grown(narrowed: number | null, usual: number): number | null {
  return narrowed === null || narrowed * 2 >= usual ? null : narrowed * 2;
}
