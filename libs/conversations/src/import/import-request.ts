import { AppError } from '#kernel';

import { chosenChat } from './chat-of-export.js';
import { DATE_ORDERS, type DateOrder } from './date-order.js';
import type { ImportOptions } from './import-chat.js';
import { ZoneClock } from './zone-clock.js';

/** The fields of an upload, as they came. */
export type ImportFields = Readonly<Record<string, string>>;

/** What an import may do that cannot be taken back; without leave the file is refused before anything is stored. */
export interface ImportLeave {
  /** Guess the order of the dates when the file leaves it open. */
  readonly guess: boolean;
  /** Store it beside what was imported into its chat before, though hardly any of that is in the file. */
  readonly add: boolean;
}

/** What an upload asks for, but for the account. */
export interface ImportRequest {
  readonly options: Omit<ImportOptions, 'accountId'>;
  readonly leave: ImportLeave;
}

const KNOWN_FIELDS = ['me', 'zone', 'chat', 'date_order', 'guess', 'add'];
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
  return {
    options: { me, ...chosenChat(chat), ...(zone && { zone }), ...(dateOrder && { dateOrder }) },
    leave: { guess: mayDo(fields, 'guess'), add: mayDo(fields, 'add') },
  };
}

function mayDo(fields: ImportFields, name: keyof ImportLeave): boolean {
  const text = fields[name] ?? '';
  if (!['', 'true', 'false'].includes(text)) throw badField(`Set "${name}" to true or false.`);
  return text !== 'false';
}

function isDateOrder(text: string): text is DateOrder {
  return (DATE_ORDERS as readonly string[]).includes(text);
}

function badField(message: string): AppError {
  return new AppError('import.bad-field', message, { kind: 'invalid' });
}
