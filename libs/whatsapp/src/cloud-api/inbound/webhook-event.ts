import { objectIn, objectsIn, textIn, timeIn, type Json } from '../json.js';
import { addressOf } from './address.js';
import { ackOfStatus } from './status-ack.js';

/** Longer ids are not Meta's, and no index takes them. */
const LONGEST_ID = 500;

/** One thing that a webhook told. */
export interface WebhookEvent {
  /** The same for what is delivered again. */
  readonly key: string;
  readonly kind: 'message' | 'echo' | 'status';
  readonly chatId: string;
  /** WhatsApp's id of the message, or of the one that the status is about. */
  readonly messageId: string;
  readonly mediaId: string | null;
  /** When it happened, by Meta's clock; null when that is not told. */
  readonly at: Date | null;
  readonly content: EventContent;
}

/** What is sealed of it. */
export interface EventContent {
  /** The message or status as it came. */
  readonly body: Json;
  /** The name that the contact gave themselves, '' when unknown. */
  readonly name: string;
  /** Our own number, digits only. */
  readonly ownNumber: string;
}

/** What a webhook's payload tells about one of our numbers, in its order. What we don't know is left out; this never fails. */
export function eventsOf(payload: Json, phoneNumberId: string): WebhookEvent[] {
  return objectsIn(payload, 'entry')
    .flatMap((entry) => objectsIn(entry, 'changes'))
    .filter((change) => textIn(objectIn(objectIn(change, 'value'), 'metadata'), 'phone_number_id') === phoneNumberId)
    .flatMap((change) => eventsOfChange(textIn(change, 'field'), objectIn(change, 'value')))
    .filter(({ messageId, key }) => messageId !== '' && key.length <= LONGEST_ID);
}

function eventsOfChange(field: string, value: Json): WebhookEvent[] {
  switch (field) {
    case 'messages':
      return [
        ...objectsIn(value, 'messages').map((body) => messageEvent(body, value)),
        ...objectsIn(value, 'statuses').flatMap((body) => statusEvent(body, value)),
      ];
    // The owner wrote in the WhatsApp Business app, on a number that is in both.
    case 'smb_message_echoes':
      return objectsIn(value, 'message_echoes').map((body) => echoEvent(body, value));
    default:
      return [];
  }
}

function messageEvent(body: Json, value: Json): WebhookEvent {
  const contact = contactOf(body, value);
  const name = textIn(objectIn(contact, 'profile'), 'name');
  return { ...common('message', body, value), chatId: addressOf(body, contact), content: contentOf(body, value, name) };
}

function echoEvent(body: Json, value: Json): WebhookEvent {
  return { ...common('echo', body, value), chatId: addressOf({ from: body.to }, {}) };
}

function statusEvent(body: Json, value: Json): WebhookEvent[] {
  const status = textIn(body, 'status');
  if (ackOfStatus(status) === null) return [];
  const chatId = addressOf({ from: body.recipient_id }, {});
  return [{ ...common('status', body, value), key: `status:${textIn(body, 'id')}:${status}`, chatId }];
}

function common<Kind extends WebhookEvent['kind']>(
  kind: Kind,
  body: Json,
  value: Json,
): Omit<WebhookEvent, 'kind'> & { kind: Kind } {
  const messageId = textIn(body, 'id');
  return {
    key: `message:${messageId}`,
    kind,
    chatId: '',
    messageId,
    mediaId: textIn(objectIn(body, textIn(body, 'type')), 'id') || null,
    at: timeIn(body, 'timestamp'),
    content: contentOf(body, value, ''),
  };
}

function contentOf(body: Json, value: Json, name: string): EventContent {
  const ownNumber = textIn(objectIn(value, 'metadata'), 'display_phone_number').replace(/\D/g, '');
  return { body, name, ownNumber };
}

/** The contact that wrote: by its id, or the only one there is. */
function contactOf(body: Json, value: Json): Json {
  const contacts = objectsIn(value, 'contacts');
  const from = textIn(body, 'from');
  const byId = contacts.find((contact) => textIn(contact, 'wa_id') === from);
  return byId ?? (contacts.length === 1 ? contacts[0] : undefined) ?? {};
}
