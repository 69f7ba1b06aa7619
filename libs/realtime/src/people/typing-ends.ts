import type { SentPassing } from './people-channel.js';

/** "Is typing" ends by itself when nobody says it again: who types may be gone, or the process that told of it. */
export class TypingEnds {
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly timeoutMs: number,
    private readonly tell: (news: SentPassing) => void,
  ) {}

  /** Of every `typing:indicator` that is told. */
  note(news: SentPassing): void {
    const { userId, isTyping } = news.payload as { readonly userId?: unknown; readonly isTyping?: unknown };
    const who = `${news.chatId} ${String(userId)}`;
    clearTimeout(this.timers.get(who));
    this.timers.delete(who);
    if (isTyping !== true) return;
    const end = (): void => {
      this.timers.delete(who);
      this.tell({ ...news, payload: { ...news.payload, isTyping: false } });
    };
    this.timers.set(who, setTimeout(end, this.timeoutMs).unref());
  }

  close(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }
}
