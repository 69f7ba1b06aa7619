import { jest } from '@jest/globals';

import { llmError, type LanguageModel } from '#llm';
import type { ConversationNote, Conversations, MessagePages } from '#messaging';
import type { Logger } from '#telemetry';

import type { TitleGround, TitleStandings } from './title-standings.service.js';
import { TitleWriter } from './title-writer.service.js';

const DUE: TitleGround = { answers: 2, hasTitle: false, custom: false, forgottenUntil: null };
const SAID_AT = new Date('2026-01-02T10:00:00Z');
const SIGNAL = new AbortController().signal;

function staged(standing: TitleGround | null, structured: () => Promise<{ value: string }>) {
  const noted: Partial<ConversationNote>[] = [];
  const asked = jest.fn(structured);
  const lines = [
    { author: 'assistant', text: 'Hello!', revokedAt: null, sentAt: SAID_AT },
    { author: 'contact', text: 'My boat leaks', revokedAt: null, sentAt: SAID_AT },
  ];
  const writer = new TitleWriter(
    { of: () => Promise.resolve(standing) } as unknown as TitleStandings,
    {
      stateOf: () => Promise.resolve({ topics: ['boats'], contactId: 'ana' }),
      note: (_: string, note: Partial<ConversationNote>) => Promise.resolve(noted.push(note)),
    } as unknown as Conversations,
    { ofChat: () => Promise.resolve({ items: lines }) } as unknown as MessagePages,
    { structured: asked } as unknown as LanguageModel,
    { debug: () => undefined } as unknown as Logger,
  );
  return { writer, noted, asked };
}

describe('TitleWriter', () => {
  it('takes what the model says, tidied', async () => {
    const { writer, noted } = staged(DUE, () => Promise.resolve({ value: '"A leaking boat."' }));
    await writer.write('chat', SIGNAL);
    expect(noted).toEqual([{ title: 'A leaking boat', titleSource: 'auto' }]);
  });

  it('asks no model about what was asked to be forgotten', async () => {
    const forgotten = { ...DUE, forgottenUntil: SAID_AT };
    const { writer, asked } = staged(forgotten, () => Promise.resolve({ value: 'A leaking boat' }));
    await writer.write('chat', SIGNAL);
    expect(asked).not.toHaveBeenCalled();
  });

  it.each([
    ['cannot answer', () => Promise.reject(llmError('llm.unavailable'))],
    ['says what nobody should see', () => Promise.resolve({ value: 'Hot sex with the neighbour' })],
    ['says what can be no title', () => Promise.resolve({ value: 'see www.example.org' })],
  ])('takes the person’s words where the model %s', async (_, structured) => {
    const { writer, noted } = staged(DUE, structured);
    await writer.write('chat', SIGNAL);
    expect(noted).toEqual([{ title: 'Boat leaks', titleSource: 'auto' }]);
  });

  it.each([
    ['what somebody named', { ...DUE, custom: true }],
    ['what is on WhatsApp', null],
  ])('leaves %s alone, and asks no model', async (_, standing) => {
    const { writer, noted, asked } = staged(standing, () => Promise.resolve({ value: 'x' }));
    await writer.write('chat', SIGNAL);
    expect([noted, asked.mock.calls.length]).toEqual([[], 0]);
  });
});
