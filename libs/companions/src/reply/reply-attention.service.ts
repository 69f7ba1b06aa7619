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

  async beginsToWrite({ accountId, externalId }: ChatView): Promise<void> {
    await this.typing.show({ accountId, chatExternalId: externalId });
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
