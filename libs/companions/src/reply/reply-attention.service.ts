import { Injectable } from '@nestjs/common';

import { ConversationConfig } from '#config';
import { Clock } from '#kernel';
import { isOverBudget } from '#llm';
import type { ChatView, ClaimedTurn, ReplyMode } from '#messaging';
import { Logger } from '#telemetry';

import { AnswerNotes } from './answer-notes.service.js';
import type { AskedTraits } from './made-answer.js';
import type { ReplyScene } from './reply-scene.js';
import type { AnswerStream } from './stream/answer-stream.js';
import { AnswerStreams } from './stream/answer-streams.service.js';
import { splitReply } from './turns/split-reply.js';

/** What comes of a reply besides its text: who watches it, in how many messages it goes, what is kept of it, a line in the log when it is given up. */
@Injectable()
export class ReplyAttention {
  constructor(
    private readonly streams: AnswerStreams,
    private readonly notes: AnswerNotes,
    private readonly config: ConversationConfig,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Whoever waits sees that it is being written. A draft may never be sent: nobody should wait for it. */
  beginsToWrite(turn: ClaimedTurn, chat: ChatView, { character }: ReplyScene): AnswerStream {
    this.streams.reads(turn, chat);
    const stream = this.isDraft(chat) ? this.streams.unwatched() : this.streams.of(turn, chat, character.id);
    stream.begin();
    return stream;
  }

  /** As somebody would write it. A draft stays in one piece, to be looked at once; so does help, which must not come in instalments. */
  messagesOf(
    { texts, urgent }: { readonly texts: readonly string[]; readonly urgent: boolean },
    chat: ChatView,
  ): readonly string[] {
    return urgent || this.isDraft(chat) ? texts : texts.flatMap(splitReply);
  }

  /** Has what was said taken in, later. Does not wait. */
  remembers(scene: ReplyScene, asked: AskedTraits): void {
    this.notes.keep(scene, asked);
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

  private isDraft({ replyMode }: ChatView): boolean {
    return (replyMode ?? this.config.replyMode) === 'draft';
  }
}
