import { Injectable } from '@nestjs/common';

import { RememberedMessages } from '#memory';
import { MessagePages, type MessageView } from '#messaging';

import type { GroupLine } from './group-scene.js';

const LATEST = 20;
/** Read for them: some are taken back, or only say who came. */
const READ = 40;

/** What was last said in a group. */
@Injectable()
export class GroupTalk {
  constructor(
    private readonly pages: MessagePages,
    private readonly told: RememberedMessages,
  ) {}

  /** The last 20 messages, the oldest first: without what was taken back, and without what somebody asked this character to forget. */
  async of(chatId: string, characterId: string): Promise<readonly GroupLine[]> {
    const { items } = await this.pages.ofChat(chatId, { limit: READ });
    const lines = items.flatMap((message) => lineOf(message)).slice(0, LATEST);
    return this.told.of(characterId, null, lines.reverse());
  }
}

function lineOf({ id, author, senderId, senderName, sentAt, kind, text, revokedAt }: MessageView): GroupLine[] {
  if (author === 'system' || revokedAt !== null) return [];
  return [{ id, senderId, sentAt, kind, ours: author !== 'contact', name: senderName, text: text ?? '' }];
}
