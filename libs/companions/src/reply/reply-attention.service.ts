import { Injectable } from '@nestjs/common';

import { ConversationConfig } from '#config';
import { Clock } from '#kernel';
import { isOverBudget } from '#llm';
import { Absorption } from '#memory';
import { TypingSignal, type ChatView, type ClaimedTurn, type ReplyMode } from '#messaging';
import { Logger } from '#telemetry';

import type { ReplyScene } from './reply-scene.js';

/** What comes of a reply besides its text: the typing indicator, drafts instead of messages, what is remembered, a line in the log when it is given up. */
@Injectable()
export class ReplyAttention {
  constructor(
    private readonly typing: TypingSignal,
    private readonly absorption: Absorption,
    private readonly config: ConversationConfig,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Does not wait: an answer is not held up by its announcement. */
  beginsToWrite({ accountId, externalId, replyMode }: ChatView): void {
    // A draft may never be sent: nobody should wait for it.
    if ((replyMode ?? this.config.replyMode) === 'draft') return;
    this.typing.show({ accountId, chatExternalId: externalId }).catch((error: unknown) => {
      this.logger.debug({ err: error }, 'the typing indicator could not be shown');
    });
  }

  /** Has what was said taken in, later. Does not wait. */
  remembers({ character, chatId }: ReplyScene): void {
    void this.absorption.note(character.id, chatId);
  }

  /** What happens in a chat that has no mode of its own. */
  get defaultMode(): ReplyMode {
    return this.config.replyMode;
  }

  ageMs(since: Date): number {
    return this.clock.now().getTime() - since.getTime();
  }

  triesAgain(turn: ClaimedTurn, error: unknown, delayMs: number): void {
    this.logger.warn({ err: error, turnId: turn.id, delayMs }, 'a turn could not be answered yet');
  }

  gaveUp(turn: ClaimedTurn, error: unknown): void {
    const about = { err: error, turnId: turn.id, attempts: turn.attempts };
    // Each person whose calls are used up would be an error: the budget itself has told the operator once.
    if (isOverBudget(error)) this.logger.info(about, 'a turn stays without an answer: the budget is used up');
    else this.logger.error(about, 'a turn was given up without an answer');
  }
}
