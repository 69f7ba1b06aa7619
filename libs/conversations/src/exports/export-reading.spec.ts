import type { DataSource } from 'typeorm';

import type { ChatView, MessageHistory } from '#messaging';

import { newExportMessage } from '../../testing/new-export-message.js';
import { ExportReading } from './export-reading.js';
import type { ExportMessage } from './transcript.js';

const media = { state: 'stored', reason: null, mimeType: 'image/png', size: 1, fileName: 'x.png' } as const;
const message = newExportMessage({ text: null, media });
const chat = { id: message.chatId, externalId: '1@c.us', contactId: message.senderId, kind: 'direct' } as ChatView;

/** Of one chat with one message; these people have a key. */
function reading(keyHolders: readonly string[], messages: readonly ExportMessage[] = [message]): ExportReading {
  const history = { read: () => [messages] } as unknown as MessageHistory;
  const query = (sql: string) =>
    Promise.resolve(sql.includes('data_keys') ? keyHolders.map((id) => ({ subject_id: id, person: id })) : []);
  const options = { from: null, to: null, signal: new AbortController().signal, onRead: () => Promise.resolve() };
  return new ExportReading(history, { query } as unknown as DataSource, options);
}

async function read(one: ExportReading): Promise<ExportMessage[]> {
  const messages: ExportMessage[] = [];
  for await (const page of one.transcript(chat).read()) messages.push(...page);
  return messages;
}

describe('ExportReading', () => {
  it('brings along no attachment of somebody who was erased, although it is in its place still', async () => {
    expect(await read(reading([chat.contactId!]))).toMatchObject([{ media }]);
    expect(await read(reading([]))).toMatchObject([
      { media: { ...media, state: 'skipped', reason: 'erased', fileName: null } },
    ]);
  });

  it('takes note of whom the chat is named after, even if nothing was said', async () => {
    const empty = reading([chat.contactId!], []);
    expect(await read(empty)).toEqual([]);
    expect(empty.subjectIds).toEqual([chat.contactId]);
  });
});
