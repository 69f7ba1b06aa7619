import { Injectable } from '@nestjs/common';

import { MetadataConfig } from '#config';
import { AppError } from '#kernel';
import { ChatLabels, ChatReader, MessageLabels, MessageMarks, type Facet } from '#messaging';

import { unknownTag } from './metadata.errors.js';

/** What is left out stays as it is; null takes a correction back. */
export interface Correction {
  readonly sentiment?: string | null;
  readonly category?: string | null;
  readonly tags?: readonly string[] | null;
}

export interface MessageUpdate extends Correction {
  readonly message_id: string;
  readonly is_read?: boolean;
  readonly is_processed?: boolean;
}

export interface ChatUpdate extends Correction {
  readonly chat_id: string;
}

export interface UpdatedMetadata {
  readonly messages: number;
  readonly chats: number;
  readonly unknownMessageIds: readonly string[];
  readonly unknownChatIds: readonly string[];
}

/** Takes what the operator says: read, done with, and corrections, which no later run changes. */
@Injectable()
export class MetadataUpdates {
  constructor(
    private readonly marks: MessageMarks,
    private readonly labels: MessageLabels,
    private readonly chats: ChatReader,
    private readonly chatLabels: ChatLabels,
    private readonly config: MetadataConfig,
  ) {}

  /** Of two updates of one message or chat the later one holds. @throws AppError `metadata.unknown-tag`, before anything is changed */
  async apply(messages: readonly MessageUpdate[], chats: readonly ChatUpdate[]): Promise<UpdatedMetadata> {
    this.checkTags([...messages, ...chats]);
    const ofMessages = await this.updateMessages(messages);
    const ofChats = await this.updateChats(chats);
    return {
      messages: ofMessages.updated,
      chats: ofChats.updated,
      unknownMessageIds: ofMessages.unknown,
      unknownChatIds: ofChats.unknown,
    };
  }

  /** Our ids of these chats, and the ids that are nobody's. */
  async findChats(
    ids: readonly string[],
  ): Promise<{ readonly found: ReadonlyMap<string, string>; readonly unknown: string[] }> {
    const found = new Map<string, string>();
    const unknown: string[] = [];
    for (const id of new Set(ids)) {
      const chatId = await this.idOf(id);
      if (chatId === null) unknown.push(id);
      else found.set(id, chatId);
    }
    return { found, unknown };
  }

  private async updateMessages(updates: readonly MessageUpdate[]): Promise<{ updated: number; unknown: string[] }> {
    const asked = updates.map(({ message_id: id }) => id);
    const found = await this.marks.find(asked);
    const byId = new Map<string, MessageUpdate>();
    for (const update of updates) {
      const id = found.get(update.message_id)?.id;
      if (id !== undefined) byId.set(id, { ...byId.get(id), ...given(update) });
    }
    await this.marks.mark(
      [...byId]
        .filter(([, one]) => one.is_read !== undefined || one.is_processed !== undefined)
        .map(([messageId, { is_read, is_processed }]) => ({ messageId, isRead: is_read, isProcessed: is_processed })),
    );
    await this.labels.correct(
      [...byId].flatMap(([messageId, update]) => correctionsOf(update).map((one) => ({ messageId, ...one }))),
    );
    return { updated: byId.size, unknown: [...new Set(asked)].filter((id) => !found.has(id)) };
  }

  private async updateChats(updates: readonly ChatUpdate[]): Promise<{ updated: number; unknown: string[] }> {
    const { found, unknown } = await this.findChats(updates.map(({ chat_id: id }) => id));
    const byId = new Map<string, ChatUpdate>();
    for (const update of updates) {
      const id = found.get(update.chat_id);
      if (id !== undefined) byId.set(id, { ...byId.get(id), ...given(update) });
    }
    await this.chatLabels.correct(
      [...byId].flatMap(([chatId, update]) => correctionsOf(update).map((one) => ({ chatId, ...one }))),
    );
    return { updated: byId.size, unknown };
  }

  private checkTags(corrections: readonly Correction[]): void {
    const { vocabulary } = this.config;
    const said = corrections.flatMap(({ tags }) => tags ?? []);
    if (said.some((tag) => !vocabulary.includes(tag))) throw unknownTag(vocabulary);
  }

  private async idOf(id: string): Promise<string | null> {
    try {
      return (await this.chats.find(id)).id;
    } catch (error) {
      if (error instanceof AppError && error.kind === 'not-found') return null;
      throw error;
    }
  }
}

/** Without what was left out, which would otherwise hide what an earlier update of the same thing said. */
function given<T extends object>(update: T): T {
  return Object.fromEntries(Object.entries(update).filter(([, value]) => value !== undefined)) as T;
}

function correctionsOf({
  sentiment,
  category,
  tags,
}: Correction): { facet: Facet; values: readonly string[] | null }[] {
  return [
    ...(sentiment === undefined
      ? []
      : [{ facet: 'sentiment' as const, values: sentiment === null ? null : [sentiment] }]),
    ...(category === undefined ? [] : [{ facet: 'category' as const, values: category === null ? null : [category] }]),
    ...(tags === undefined ? [] : [{ facet: 'tags' as const, values: tags }]),
  ];
}
