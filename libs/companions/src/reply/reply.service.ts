import { Injectable } from '@nestjs/common';

import { AppError, failpoint } from '#kernel';
import { ChatReader, TurnDesk, type AnswerOutcome, type ChatView, type ClaimedTurn } from '#messaging';

import { AnswerMaker } from './answer-maker.service.js';
import type { MadeAnswer } from './made-answer.js';
import { ReplyAttention } from './reply-attention.service.js';
import type { ReplyScene } from './reply-scene.js';
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
    await this.turns.whileClaimed(turn, async (interrupted) => {
      try {
        await this.write(turn, AbortSignal.any([signal, interrupted]));
      } catch (error) {
        // A process that ends, a job that was lost, and somebody who writes on say nothing about the turn: it is taken up again.
        if (signal.aborted || interrupted.aborted) await this.turns.release(turn);
        else await this.failed(turn, error);
      }
    });
  }

  private async write(turn: ClaimedTurn, signal: AbortSignal): Promise<void> {
    failpoint('reply.claimed');
    const chat = await this.chats.find(turn.chatId);
    const scene = await this.scenes.of(turn, chat, signal);
    if (!scene) {
      await this.turns.silence(turn, 'nothing-left-to-answer');
      return;
    }
    if (turn.duty) {
      await this.handIn(turn, chat, scene, await this.maker.attend(scene, turn.duty === 'say', signal));
      return;
    }
    const stream = this.attention.beginsToWrite(turn, chat, scene);
    try {
      const answer = await this.maker.make(scene, signal, stream);
      failpoint('reply.made');
      const outcome = await this.handIn(turn, chat, scene, answer);
      if (outcome === 'answered') stream.done();
      failpoint('reply.answered');
      if (outcome !== 'superseded') this.attention.remembers(scene, answer.asked);
    } finally {
      // Nothing where it is done.
      stream.cancelled();
    }
  }

  private async handIn(
    turn: ClaimedTurn,
    chat: ChatView,
    { character }: ReplyScene,
    answer: MadeAnswer,
  ): Promise<AnswerOutcome | 'silent'> {
    if (answer.kind === 'nothing') {
      await this.turns.silence(turn, turn.reason ?? answer.reason);
      return 'silent';
    }
    const { urgent } = answer;
    const traits = { ...answer.traits, characterId: character.id };
    const texts = this.attention.messagesOf(answer, chat);
    return this.turns.answer(turn, { texts, defaultMode: this.attention.defaultMode, urgent, traits });
  }

  /** The claim is what keeps others off until the next try; the sweep of neglected turns brings it about. */
  private async failed(turn: ClaimedTurn, error: unknown): Promise<void> {
    const delayMs = retryDelayMs(turn, error);
    if (delayMs === null || this.attention.ageMs(turn.createdAt) + delayMs > GIVE_UP_MS) {
      await this.turns.silence(turn, error instanceof AppError ? error.code : 'internal');
      this.attention.gaveUp(turn, error);
      return;
    }
    await this.turns.postpone(turn, delayMs);
    this.attention.triesAgain(turn, error, delayMs);
  }
}

/** 1 s doubling to 1 min, or longer when the model says so; null when another try would end the same. */
function retryDelayMs({ attempts, revision }: ClaimedTurn, error: unknown): number | null {
  // Answers that were made anew have not failed.
  const failures = Math.max(0, attempts - revision - 1);
  if (error instanceof AppError && !error.retryable) return null;
  const asked = error instanceof AppError ? (error.retryAfterSeconds ?? 0) * 1_000 : 0;
  return Math.max(asked, Math.min(60_000, 1_000 * 2 ** failures));
}
