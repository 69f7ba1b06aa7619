import { Injectable } from '@nestjs/common';

import { Transactions } from '#database';
import { failpoint } from '#kernel';

import { GroupVoice } from '../content/group-voice.service.js';
import type { VoiceAnswer, VoiceRequest } from '../content/voice-request.js';
import { GroupNames } from '../groups/group-names.service.js';
import { ActNews } from './act-news.service.js';
import { HandOver, type ActOutcome } from './hand-over.service.js';

/** Carries out what was decided: finds the words, and hands them over if they may still be said. */
@Injectable()
export class GroupActs {
  constructor(
    private readonly transactions: Transactions,
    private readonly voice: GroupVoice,
    private readonly names: GroupNames,
    private readonly handOvers: HandOver,
    private readonly news: ActNews,
  ) {}

  /** Bears a repeat: each decision comes to one end. No lock is held while the words are looked for. */
  async act(decisionId: string, signal: AbortSignal): Promise<void> {
    const request = await this.transactions.run((manager) => this.handOvers.requestOf(manager, decisionId));
    if (!request) return;
    const answer = await this.wordsFor(request, signal);
    const outcome = await this.end(request, answer);
    if (outcome?.decision.status === 'handed') failpoint('autonomy.handed');
    if (outcome) this.news.tell(outcome);
  }

  /** Where none could be found it is let be: what nobody asked for is not worth a second try, and the task is told of the failure. */
  private async wordsFor(request: VoiceRequest, signal: AbortSignal): Promise<VoiceAnswer> {
    try {
      return await this.voice.write(request, signal);
    } catch (error) {
      const end = { status: 'failed', reason: 'no-words' } as const;
      const outcome = await this.transactions.run((manager) => this.handOvers.giveUp(manager, request, end));
      if (outcome) this.news.tell(outcome);
      throw error;
    }
  }

  private async end(request: VoiceRequest, answer: VoiceAnswer): Promise<ActOutcome | null> {
    if (answer.kind === 'nothing') {
      const end = { status: 'dropped', reason: answer.reason } as const;
      return this.transactions.run((manager) => this.handOvers.giveUp(manager, request, end));
    }
    const names = await this.names.of(request.chatId);
    return this.transactions.run((manager) => this.handOvers.give(manager, request, answer, names));
  }
}
