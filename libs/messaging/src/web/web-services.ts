import { MessageTraits } from '../traits/message-traits.service.js';
import { ConversationNotes } from './conversations/conversation-notes.service.js';
import { ConversationRemoval } from './conversations/conversation-removal.service.js';
import { ConversationRows } from './conversations/conversation-rows.service.js';
import { SealedConversationWords } from './conversations/conversation-words.service.js';
import { Conversations } from './conversations/conversations.service.js';
import { ForgottenTalk } from './conversations/forgotten-talk.service.js';
import { WebDelivery } from './delivery/web-delivery.service.js';
import { WebGate } from './delivery/web-gate.service.js';
import { WebPost } from './delivery/web-post.service.js';
import { PersonEvents } from './events/person-events.service.js';
import { People } from './people/people.service.js';
import { ConversationMessages } from './sending/conversation-messages.service.js';
import { ConversationReading } from './sending/conversation-reading.service.js';
import { MessageRemoval } from './sending/message-removal.service.js';
import { ReadReceipts } from './sending/read-receipts.service.js';
import { SendingRate } from './sending/sending-rate.service.js';
import { ShownMessages } from './sending/shown-messages.service.js';
import { WebInbound } from './sending/web-inbound.service.js';
import { WebSender } from './sending/web-sender.service.js';

/** Conversations on the web: who speaks, what is said, and how it reaches them. */
export const WEB_SERVICES = [
  ConversationMessages,
  ConversationNotes,
  ConversationReading,
  ConversationRemoval,
  ConversationRows,
  Conversations,
  ForgottenTalk,
  MessageRemoval,
  MessageTraits,
  People,
  PersonEvents,
  ReadReceipts,
  SealedConversationWords,
  SendingRate,
  ShownMessages,
  WebDelivery,
  WebGate,
  WebInbound,
  WebPost,
  WebSender,
];
