import type { MessageAdditions } from './message-additions.js';
import type { MessageEntity } from './message.entity.js';

/** What everybody may see of a message's row. */
export type StoredMessage = Omit<MessageEntity, 'body' | 'search' | 'subjectId' | 'chat' | 'participant' | 'turnId'>;

/** A stored message, opened. `text` is null when there is none, and when its contact was erased. */
export interface MessageView extends StoredMessage, MessageAdditions {
  readonly senderName: string | null;
  readonly text: string | null;
}
