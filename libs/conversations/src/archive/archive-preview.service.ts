import { Injectable } from '@nestjs/common';

import { AppError } from '#kernel';
import { ChatReader } from '#messaging';
import { Cursors } from '#security';

import { ChatSurvey, type SurveyedChat } from './scoring/chat-survey.service.js';

const LIST = 'archive-preview';

export interface ArchivePreview {
  readonly chats: readonly SurveyedChat[];
  readonly unknown: readonly string[];
  readonly nextCursor: string | null;
}

/** What the archive would do, without doing it. */
@Injectable()
export class ArchivePreviews {
  constructor(
    private readonly survey: ChatSurvey,
    private readonly chats: ChatReader,
    private readonly cursors: Cursors,
  ) {}

  /** The chats that the night run would look at, page by page. Throws `cursor.invalid`. */
  async ofNight({ limit, cursor }: { readonly limit: number; readonly cursor?: string }): Promise<ArchivePreview> {
    const [after] = cursor === undefined ? [null] : this.cursors.read(LIST, cursor, 1);
    const found = await this.survey.candidates(after === null ? null : String(after), limit + 1);
    const chats = found.slice(0, limit);
    const last = found.length > limit ? chats.at(-1) : undefined;
    return { chats, unknown: [], nextCursor: last ? this.cursors.sign(LIST, [last.chatId]) : null };
  }

  async ofThese(names: readonly string[]): Promise<ArchivePreview> {
    const ids: string[] = [];
    const unknown: string[] = [];
    for (const name of new Set(names)) {
      try {
        ids.push((await this.chats.find(name)).id);
      } catch (error) {
        if (!(error instanceof AppError) || error.kind !== 'not-found') throw error;
        unknown.push(name);
      }
    }
    return { chats: await this.survey.of(ids), unknown, nextCursor: null };
  }
}
