import { MessageTraitsEntity } from '../traits/message-traits.entity.js';
import { ConversationEntity } from './conversations/conversation.entity.js';
import { PersonEventEntity } from './events/person-event.entity.js';
import { PersonStreamEntity } from './events/person-stream.entity.js';
import { SocketSessionEntity } from './events/socket-session.entity.js';

/** The tables of conversations on the web. */
export const WEB_ENTITIES = [
  ConversationEntity,
  MessageTraitsEntity,
  PersonEventEntity,
  PersonStreamEntity,
  SocketSessionEntity,
];
