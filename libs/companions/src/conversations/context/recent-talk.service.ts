import { Injectable } from '@nestjs/common';

import { RememberedMessages } from '#memory';
import { MessagePages, type MessageView, type SpokenMessage } from '#messaging';

import { ReplySettings } from '../../reply/reply-settings.service.js';

/** Whose talk with whom. */
export interface TalkPlace {
  readonly chatId: string;
  readonly contactId: string;
  readonly characterId: string;
}

/** Reads what was said last, as far as an answer would see it. */
@Injectable()
export class RecentTalk {
  constructor(
    private readonly pages: MessagePages,
    private readonly told: RememberedMessages,
    private readonly settings: ReplySettings,
  ) {}

  /** Oldest first; without what was deleted, and without what the person asked to be forgotten. */
  async of({ chatId, contactId, characterId }: TalkPlace): Promise<readonly SpokenMessage[]> {
    const { items } = await this.pages.ofChat(chatId, { limit: this.settings.contextWindow });
    const said = items.filter(({ revokedAt }) => revokedAt === null).map(spoken);
    return this.told.of(characterId, contactId, said.reverse());
  }
}

function spoken({ id, author, senderId, senderName, kind, text, sentAt }: MessageView): SpokenMessage {
  return { id, author, senderId, senderName, kind, text: text ?? '', sentAt };
}
