import { Injectable } from '@nestjs/common';

import { AppError, failpoint } from '#kernel';
import { ChatReader, TurnDesk, type ClaimedTurn } from '#messaging';

import { AnswerMaker } from './answer-maker.service.js';
import { ReplyAttention } from './reply-attention.service.js';
import { ReplyScenes } from './reply-scenes.service.js';

export const COMPANION = 'companion';

/** A turn that could not be answered for so long is given up, with its reason: the answer would come too late. */
const GIVE_UP_MS = 15 * 60_000;

/** Answers the turns of a chat, each at most once. */
@Injectable()
export class ReplyService {
  constructor(
    private readonly turns: TurnDesk,
    private readonly chats: ChatReader,
    private readonly scenes: ReplyScenes,
    private readonly maker: AnswerMaker,
    private readonly attention: ReplyAttention,
  ) {}

  /** Answers everything that waits in the chat, oldest first, until `signal` aborts. */
  async answerAll(chatId: string, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const turn = await this.turns.claim(COMPANION, chatId);
      if (!turn) return;
      await this.answer(turn, signal);
    }
  }

  private async answer(turn: ClaimedTurn, signal: AbortSignal): Promise<void> {
    try {
      await this.turns.whileClaimed(turn, () => this.write(turn, signal));
    } catch (error) {
      // A process that ends, or a job that was lost, says nothing about the turn: another worker takes it.
      if (signal.aborted) await this.turns.postpone(turn.id, 0);
      else await this.failed(turn, error);
    }
  }

  private async write(turn: ClaimedTurn, signal: AbortSignal): Promise<void> {
    failpoint('reply.claimed');
    const chat = await this.chats.find(turn.chatId);
    const scene = await this.scenes.of(turn, chat, signal);
    if (!scene) {
      await this.turns.silence(turn.id, 'nothing-left-to-answer');
      return;
    }
    this.attention.beginsToWrite(chat);
    const answer = await this.maker.make(scene, signal);
    failpoint('reply.made');
    if (answer.kind === 'nothing') await this.turns.silence(turn.id, answer.reason);
    else await this.turns.answer(turn.id, { texts: answer.texts, defaultMode: this.attention.defaultMode });
    failpoint('reply.answered');
    this.attention.remembers(scene);
  }

  /** The claim is what keeps others off until the next try; the sweep of neglected turns brings it about. */
  private async failed(turn: ClaimedTurn, error: unknown): Promise<void> {
    const delayMs = retryDelayMs(turn, error);
    if (delayMs === null || this.attention.ageMs(turn.createdAt) + delayMs > GIVE_UP_MS) {
      await this.turns.silence(turn.id, error instanceof AppError ? error.code : 'internal');
      this.attention.gaveUp(turn, error);
      return;
    }
    await this.turns.postpone(turn.id, delayMs);
    this.attention.triesAgain(turn, error, delayMs);
  }
}

/** 1 s doubling to 1 min, or longer when the model says so; null when another try would end the same. */
function retryDelayMs({ attempts }: ClaimedTurn, error: unknown): number | null {
  if (error instanceof AppError && !error.retryable) return null;
  const asked = error instanceof AppError ? (error.retryAfterSeconds ?? 0) * 1_000 : 0;
  return Math.max(asked, Math.min(60_000, 1_000 * 2 ** (attempts - 1)));
}
