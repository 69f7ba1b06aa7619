import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AppError } from '#kernel';
import { ChatReader, MessageHistory, type ChatView } from '#messaging';

import { ExportReading, type ReadingOptions } from './export-reading.js';

export interface FoundChats {
  /** Each once, in the order in which they were asked for. */
  readonly chats: readonly ChatView[];
  readonly unknown: readonly string[];
}

/** The chats that are exported: which they are, and what is in them. */
@Injectable()
export class ExportChats {
  constructor(
    private readonly chats: ChatReader,
    private readonly history: MessageHistory,
    private readonly dataSource: DataSource,
  ) {}

  /** Ids may be ours or WhatsApp's. */
  async find(ids: readonly string[]): Promise<FoundChats> {
    const chats = new Map<string, ChatView>();
    const unknown: string[] = [];
    for (const id of new Set(ids)) {
      const chat = await this.findOne(id);
      if (chat) chats.set(chat.id, chat);
      else unknown.push(id);
    }
    return { chats: [...chats.values()], unknown };
  }

  read(options: ReadingOptions): ExportReading {
    return new ExportReading(this.history, this.dataSource, options);
  }

  private async findOne(id: string): Promise<ChatView | undefined> {
    try {
      return await this.chats.find(id);
    } catch (error) {
      if (error instanceof AppError && error.kind === 'not-found') return undefined;
      throw error;
    }
  }
}
