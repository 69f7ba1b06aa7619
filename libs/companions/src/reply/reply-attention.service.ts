import { Injectable } from '@nestjs/common';

import { ConversationConfig } from '#config';
import { TypingSignal, type ChatView, type ClaimedTurn } from '#messaging';
import { Logger } from '#telemetry';

/** What others notice of a reply: the typing indicator, drafts instead of messages, a line in the log when it is given up. */
@Injectable()
export class ReplyAttention {
  constructor(
    private readonly typing: TypingSignal,
    private readonly config: ConversationConfig,
    private readonly logger: Logger,
  ) {}

  /** Does not wait: an answer is not held up by its announcement. */
  beginsToWrite({ accountId, externalId }: ChatView): void {
    this.typing.show({ accountId, chatExternalId: externalId }).catch((error: unknown) => {
      this.logger.debug({ err: error }, 'the typing indicator could not be shown');
    });
  }

  keepsDrafts({ replyMode }: ChatView): boolean {
    return (replyMode ?? this.config.replyMode) === 'draft';
  }

  gaveUp(turn: ClaimedTurn, error: unknown): void {
    this.logger.error(
      { err: error, turnId: turn.id, attempts: turn.attempts },
      'a turn was given up without an answer',
    );
  }
}
