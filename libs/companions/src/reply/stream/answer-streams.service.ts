import { Injectable } from '@nestjs/common';

import { SafetyConfig } from '#config';
import type { CompletionRequest } from '#llm';
import { ReadReceipts, TypingSignal, WEB_ACCOUNT_ID, type ChatView, type ClaimedTurn } from '#messaging';
import { PersonNews } from '#realtime';
import { Logger } from '#telemetry';

import type { AnswerVerdict } from '../../safety/guard/safety-question.js';
import { SILENT_STREAM, type AnswerStream } from './answer-stream.js';
import { PassingText } from './passing-text.js';
import { PersonStream } from './person-stream.js';
import { streamRules } from './stream-rules.js';

/** Who watches an answer being written, and what of it they may see: on the web its words, on WhatsApp that somebody writes. */
@Injectable()
export class AnswerStreams {
  constructor(
    private readonly news: PersonNews,
    private readonly typing: TypingSignal,
    private readonly receipts: ReadReceipts,
    private readonly safety: SafetyConfig,
    private readonly logger: Logger,
  ) {}

  /** Its person is told that what they wrote is being read. Does not wait. */
  reads(turn: ClaimedTurn, { id, accountId }: ChatView): void {
    if (accountId !== WEB_ACCOUNT_ID) return;
    this.receipts.byCharacter(id, turn.id).catch((error: unknown) => {
      this.logger.warn({ err: error, chatId: id }, 'that messages were read could not be told');
    });
  }

  unwatched(): AnswerStream {
    return SILENT_STREAM;
  }

  of(turn: ClaimedTurn, chat: ChatView, characterId: string): AnswerStream {
    if (chat.accountId !== WEB_ACCOUNT_ID) return { ...SILENT_STREAM, begin: () => this.showTyping(chat) };
    const { id: conversationId, contactId } = chat;
    if (contactId === null) return SILENT_STREAM;
    const senderType = 'character';
    return new PersonStream(
      { conversationId, responseId: turn.id, characterId, attempt: turn.attempts },
      {
        chunk: (chunk) => this.news.tell(contactId, conversationId, 'character:response', chunk),
        typing: (isTyping) =>
          this.news.tell(contactId, conversationId, 'typing:indicator', {
            ...{ conversationId, userId: characterId, isTyping, senderType },
          }),
      },
    );
  }

  /** Null where nothing may be seen before all of it was judged: words alone are not enough when the operator has the model judge. */
  passing(stream: AnswerStream, request: CompletionRequest, verdict: AnswerVerdict): PassingText | null {
    if (!(stream instanceof PersonStream) || this.safety.model) return null;
    return new PassingText(streamRules(request, verdict));
  }

  /** Does not wait: an answer is not held up by its announcement. */
  private showTyping({ accountId, externalId }: ChatView): void {
    this.typing.show({ accountId, chatExternalId: externalId }).catch((error: unknown) => {
      this.logger.debug({ err: error }, 'the typing indicator could not be shown');
    });
  }
}
