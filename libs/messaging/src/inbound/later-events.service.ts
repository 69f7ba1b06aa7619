import { Injectable } from '@nestjs/common';

import { MediaRevocations } from '../media/media-revocations.service.js';
import { ChatMembers } from '../members/chat-members.service.js';
import { MessageRevisions } from '../messages/message-revisions.service.js';
import { Reactions } from '../reactions/reactions.service.js';
import type { KeptEvent } from './kept-event.js';

export type LaterEvent = Extract<KeptEvent, { type: 'edit' | 'revoke' | 'reaction' | 'membership' }>;

/** What happens to messages after they were sent, and to groups. None of it is answered. */
@Injectable()
export class LaterEvents {
  constructor(
    private readonly revisions: MessageRevisions,
    private readonly media: MediaRevocations,
    private readonly reactions: Reactions,
    private readonly members: ChatMembers,
  ) {}

  async take(accountId: string, event: LaterEvent): Promise<void> {
    switch (event.type) {
      case 'edit':
        return this.revisions.edit(accountId, event);
      case 'revoke':
        await this.revisions.revoke(accountId, event);
        return this.media.forget(accountId, event.id);
      case 'reaction':
        return this.reactions.take(accountId, event);
      case 'membership':
        return this.members.take(accountId, event);
    }
  }
}
