import { Injectable } from '@nestjs/common';

import { ChatReader } from '#messaging';

import { notAGroup } from '../groups/autonomy.errors.js';

/** Groups by what operators call them: our id of the chat, or WhatsApp's. */
@Injectable()
export class GroupFinder {
  constructor(private readonly chats: ChatReader) {}

  /** The chat's id. @throws AppError `chat.not-found`, `autonomy.not-a-group` */
  async find(idOrExternalId: string): Promise<string> {
    const chat = await this.chats.find(idOrExternalId);
    if (chat.kind !== 'group') throw notAGroup();
    return chat.id;
  }
}
