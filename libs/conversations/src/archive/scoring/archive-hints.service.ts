import { Injectable } from '@nestjs/common';

/** What others know about a chat that the store of record does not tell. */
export interface ChatHints {
  readonly openReminders?: number;
  /** 0-1. */
  readonly importance?: number;
  /** 0-100. */
  readonly relationship?: number;
}

export type HintSource = (chatIds: readonly string[]) => Promise<ReadonlyMap<string, ChatHints>>;

/** Whoever keeps reminders or relationships says here which chats should stay. Nobody does until a source is attached. */
@Injectable()
export class ArchiveHints {
  private readonly sources: HintSource[] = [];

  /** For a module, while it is being initialised. */
  attach(source: HintSource): void {
    this.sources.push(source);
  }

  async of(chatIds: readonly string[]): Promise<ReadonlyMap<string, ChatHints>> {
    const found = await Promise.all(this.sources.map((source) => source(chatIds)));
    return new Map(chatIds.map((id) => [id, Object.assign({}, ...found.map((hints) => hints.get(id))) as ChatHints]));
  }
}
