import { Injectable } from '@nestjs/common';

import { AppError, failpoint } from '#kernel';
import { LanguageModel } from '#llm';
import { ChatReader, MessageReader, TurnDesk, type ChatView, type ClaimedTurn } from '#messaging';

import { DEFAULT_CHARACTER } from '../characters/default-character.js';
import { acceptAnswer } from './accept-answer.js';
import { ReplyAttention } from './reply-attention.service.js';
import { replyPrompt } from './reply-prompt.js';

export const COMPANION = 'companion';

/** How many messages of the conversation an answer is made from. */
const CONTEXT_WINDOW = 20;
/** After so many failed tries a turn is given up, with its reason. */
const MAX_ATTEMPTS = 5;

/** Answers the turns of a chat, each at most once. */
@Injectable()
export class ReplyService {
  constructor(
    private readonly turns: TurnDesk,
    private readonly chats: ChatReader,
    private readonly messages: MessageReader,
    private readonly model: LanguageModel,
    private readonly attention: ReplyAttention,
  ) {}

  /** Answers everything that waits in the chat, oldest first. */
  async answerAll(chatId: string, signal: AbortSignal): Promise<void> {
    for (let turn = await this.turns.claim(COMPANION, chatId); turn; turn = await this.turns.claim(COMPANION, chatId)) {
      await this.answer(turn, signal);
    }
  }

  private async answer(turn: ClaimedTurn, signal: AbortSignal): Promise<void> {
    try {
      await this.turns.whileClaimed(turn, () => this.write(turn, signal));
    } catch (error) {
      if (turn.attempts < MAX_ATTEMPTS && isRetryable(error)) throw error;
      await this.turns.silence(turn.id, error instanceof AppError ? error.code : 'internal');
      this.attention.gaveUp(turn, error);
    }
  }

  private async write(turn: ClaimedTurn, signal: AbortSignal): Promise<void> {
    failpoint('reply.claimed');
    const chat = await this.chats.find(turn.chatId);
    this.attention.beginsToWrite(chat);
    const request = replyPrompt(await this.sceneOf(chat));
    const accepted = acceptAnswer(await this.model.complete({ ...request, signal }), request);
    failpoint('reply.made');
    if (accepted.kind === 'nothing') await this.turns.silence(turn.id, accepted.reason);
    else await this.turns.answer(turn, { texts: accepted.texts, draft: this.attention.keepsDrafts(chat) });
    failpoint('reply.answered');
  }

  private async sceneOf(chat: ChatView): Promise<Parameters<typeof replyPrompt>[0]> {
    return {
      character: DEFAULT_CHARACTER,
      contactId: chat.contactId,
      contactName: chat.contactName,
      group: chat.kind === 'group',
      conversation: await this.messages.recent(chat.id, CONTEXT_WINDOW),
    };
  }
}

function isRetryable(error: unknown): boolean {
  return !(error instanceof AppError) || error.retryable;
}
