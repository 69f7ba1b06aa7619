import { Injectable } from '@nestjs/common';

import { Characters } from '#companions';
import { AppError, Clock } from '#kernel';
import { ChatReader } from '#messaging';

const KEPT_MS = 60_000;
const MOST = 10_000;

interface Kept {
  readonly until: number;
  readonly names: Promise<readonly string[]>;
}

/** By what people call whoever answers in a group: the name of its character. A new one is known within a minute. */
@Injectable()
export class GroupNames {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly chats: ChatReader,
    private readonly characters: Characters,
    private readonly clock: Clock,
  ) {}

  /** Not to be asked for within a transaction: a chat that was never answered in is given its character. Empty where there is no such chat. */
  of(chatId: string): Promise<readonly string[]> {
    const now = this.clock.now().getTime();
    const kept = this.kept.get(chatId);
    if (kept && now < kept.until) return kept.names;
    const names = this.read(chatId);
    names.catch(() => this.kept.delete(chatId));
    this.keep(chatId, { until: now + KEPT_MS, names });
    return names;
  }

  private async read(chatId: string): Promise<readonly string[]> {
    try {
      const chat = await this.chats.find(chatId);
      return [(await this.characters.answering({ chat })).name];
    } catch (error) {
      if (error instanceof AppError && error.kind === 'not-found') return [];
      throw error;
    }
  }

  private keep(chatId: string, kept: Kept): void {
    this.kept.delete(chatId);
    this.kept.set(chatId, kept);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST && oldest !== undefined) this.kept.delete(oldest);
  }
}
