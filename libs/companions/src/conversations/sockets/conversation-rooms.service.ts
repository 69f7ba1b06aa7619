import { Injectable } from '@nestjs/common';

import { AppError } from '#kernel';
import { RoomGuard, type Room } from '#realtime';
import { allows, viewerOf, type Principal } from '#security';

import { ConversationDesk } from '../conversation-desk.service.js';
import { toConversationDto } from '../rest/conversation-answer.dto.js';

/** People hear their own conversations, keys with `conversations:read` all of them. */
@Injectable()
export class ConversationRooms extends RoomGuard {
  constructor(private readonly desk: ConversationDesk) {
    super();
  }

  async mayJoin(principal: Principal, chatId: string): Promise<Room | null> {
    if (!principal.person && !allows(principal, 'conversations:read')) return null;
    try {
      const shown = await this.desk.find(viewerOf(principal), chatId);
      return { contactId: shown.conversation.contactId, conversation: toConversationDto(shown) };
    } catch (error) {
      if (error instanceof AppError && error.kind === 'not-found') return null;
      throw error;
    }
  }
}
