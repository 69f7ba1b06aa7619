import { AppError } from '#kernel';

import { chosenChat } from './chat-of-export.js';
import { DATE_ORDERS, type DateOrder } from './date-order.js';
import type { ImportOptions } from './import-chat.js';
import { ZoneClock } from './zone-clock.js';

/** The fields of an upload, as they came. */
export type ImportFields = Readonly<Record<string, string>>;

/** What an upload asks for, but for the account. */
export type ImportRequest = Omit<ImportOptions, 'accountId'>;

const KNOWN_FIELDS = ['me', 'zone', 'chat', 'date_order'];
const MAX_FIELD_CHARACTERS = 200;

/** Checks the fields of an upload. Throws `import.bad-field` or `import.zone-unknown`; no value is repeated. */
export function readImportRequest(fields: ImportFields): ImportRequest {
  for (const [name, value] of Object.entries(fields)) {
    if (!KNOWN_FIELDS.includes(name))
      throw badField(`Send only these fields beside the file: ${KNOWN_FIELDS.join(', ')}.`);
    if (value.length > MAX_FIELD_CHARACTERS) throw badField(`Shorten "${name}" to ${MAX_FIELD_CHARACTERS} characters.`);
  }
  const { me = '', zone = '', chat, date_order: dateOrder = '' } = fields;
  if (me.trim() === '') throw badField('Set "me" to your own name as it stands in the chat.');
  if (zone !== '') new ZoneClock(zone);
  if (dateOrder !== '' && !isDateOrder(dateOrder))
    throw badField(`Set "date_order" to one of: ${DATE_ORDERS.join(', ')}.`);
  return { me, ...chosenChat(chat), ...(zone && { zone }), ...(dateOrder && { dateOrder }) };
}

function isDateOrder(text: string): text is DateOrder {
  return (DATE_ORDERS as readonly string[]).includes(text);
}

function badField(message: string): AppError {
  return new AppError('import.bad-field', message, { kind: 'invalid' });
}
