import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';
import { AppError } from '#kernel';

import { ChatReader } from '../chats/chat-reader.service.js';
import { ArchivedHistory } from './archived-history.service.js';

/** A piece of a past, to be laid beside what a chat holds. */
export interface PastPiece {
  /** How the ids of its kind begin. */
  readonly prefix: string;
  readonly ids: readonly string[];
  readonly first: Date;
  readonly last: Date;
}

/** What a chat holds of the same kind: anything at all, how much from the same time, how many of the same ids. */
export interface PastOverlap {
  readonly some: boolean;
  readonly between: number;
  readonly known: number;
}

const NOTHING: PastOverlap = { some: false, between: 0, known: 0 };

/** Tells what of a past was written before. */
@Injectable()
export class HistoryReader {
  constructor(
    private readonly chats: ChatReader,
    private readonly archived: ArchivedHistory,
    private readonly statements: Statements,
  ) {}

  /** `chat` is an id as of `ChatReader.find`. A chat that is not there holds nothing; one that was put away is brought back. */
  async overlap(chat: string, { prefix, ids, first, last }: PastPiece): Promise<PastOverlap> {
    const chatId = await this.idOf(chat);
    if (chatId === null) return NOTHING;
    await this.archived.revive(chatId);
    const [row] = await this.statements.run<PastOverlap>(OVERLAP, [chatId, prefix, ids, first, last]);
    return row ?? NOTHING;
  }

  private async idOf(chat: string): Promise<string | null> {
    try {
      return (await this.chats.find(chat)).id;
    } catch (error) {
      if (error instanceof AppError && error.kind === 'not-found') return null;
      throw error;
    }
  }
}

const OVERLAP: Statement = {
  name: 'history.overlap',
  text: `
SELECT EXISTS (SELECT 1 FROM messages WHERE chat_id = $1 AND starts_with(external_id, $2)) AS some,
  (SELECT count(*)::integer FROM messages
    WHERE chat_id = $1 AND starts_with(external_id, $2) AND sent_at BETWEEN $4::timestamptz AND $5::timestamptz) AS between,
  (SELECT count(*)::integer FROM messages WHERE chat_id = $1 AND external_id = ANY($3::text[])) AS known`,
};
