import { NO_LABELS, type LabelsView, type LabelView } from '#messaging';

import type { AutomationWhen, Condition } from './automation.js';
import { matches, type MessageFacts } from './matches.js';

const NOON = new Date('2026-03-01T12:00:00Z');
const hoursAgo = (hours: number) => new Date(NOON.getTime() - hours * 3_600_000);
const label = (value: string, confidence: number): LabelView => {
  return { value, confidence, model: 'rules', at: NOON, source: 'model' };
};
const labels = (some: Partial<LabelsView>): LabelsView => ({ ...NO_LABELS, ...some });
const facts = (some: Partial<MessageFacts> = {}): MessageFacts => ({
  chatId: 'chat-1',
  chatKind: 'direct',
  text: '',
  labels: NO_LABELS,
  first: false,
  sentAt: hoursAgo(1),
  nextAt: null,
  closed: false,
  ...some,
});

const complaint: Condition = { kind: 'category', category: 'complaint' };
const refund: Condition = { kind: 'keyword', words: ['refund', 'devolución'] };
const urgent = labels({ tags: [label('question', 0.9), label('urgent', 0.7)] });

describe('matches', () => {
  it.each<[string, Condition, Partial<MessageFacts>, string]>([
    ['a tag', { kind: 'tag', tag: 'urgent' }, { labels: urgent }, 'it is tagged urgent (confidence 0.70)'],
    [
      'a category',
      complaint,
      { labels: labels({ category: label('complaint', 0.5) }) },
      'it is of the category complaint (confidence 0.50)',
    ],
    [
      'a sentiment',
      { kind: 'sentiment', sentiment: 'negative', min_confidence: 0.8 },
      { labels: labels({ sentiment: label('negative', 0.8) }) },
      'it is of negative sentiment (confidence 0.80)',
    ],
    [
      'a little confidence, when that is wanted',
      { kind: 'sentiment', sentiment: 'neutral', min_confidence: 0 },
      { labels: labels({ sentiment: label('neutral', 0.1) }) },
      'it is of neutral sentiment (confidence 0.10)',
    ],
    ['a word', refund, { text: 'REFUND, please' }, 'it holds "refund"'],
    ['a word without its accents', refund, { text: 'quiero la DEVOLUCION' }, 'it holds "devolución"'],
    [
      'the first message',
      { kind: 'first_message' },
      { first: true },
      'it is the first message of its writer in the chat',
    ],
    ['no answer', { kind: 'no_answer', hours: 4 }, { sentAt: hoursAgo(4) }, 'nobody answered for 4 h'],
    [
      'no answer for part of an hour',
      { kind: 'no_answer', hours: 0.5 },
      { sentAt: hoursAgo(0.5) },
      'nobody answered for 0.5 h',
    ],
    [
      'an answer that came too late',
      { kind: 'no_answer', hours: 4 },
      { sentAt: hoursAgo(10), nextAt: hoursAgo(5) },
      'nobody answered for 4 h',
    ],
  ])('takes %s', (_, condition, some, reason) => {
    expect(matches({ all: [condition] }, facts(some), NOON)).toEqual({ matched: true, reasons: [reason] });
  });

  it.each<[string, Condition, Partial<MessageFacts>, string]>([
    ['another tag', { kind: 'tag', tag: 'spam' }, { labels: urgent }, 'it is not tagged spam'],
    [
      'a tag that is hardly known',
      { kind: 'tag', tag: 'urgent' },
      { labels: labels({ tags: [label('urgent', 0.4)] }) },
      'it is tagged urgent, but with too little confidence (confidence 0.40, wanted 0.50)',
    ],
    ['no category', complaint, {}, 'it is not of the category complaint'],
    [
      'another category',
      complaint,
      { labels: labels({ category: label('inquiry', 1) }) },
      'it is not of the category complaint',
    ],
    [
      'another sentiment',
      { kind: 'sentiment', sentiment: 'negative' },
      { labels: labels({ sentiment: label('positive', 1) }) },
      'it is not of negative sentiment',
    ],
    ['a part of a word', refund, { text: 'refunded' }, 'it holds none of the words'],
    ['no text', refund, {}, 'it holds none of the words'],
    ['a later message', { kind: 'first_message' }, {}, 'its writer had written in the chat before'],
    ['too early', { kind: 'no_answer', hours: 4 }, { sentAt: hoursAgo(3.99) }, '4 h have not passed yet'],
    [
      'an answer in time',
      { kind: 'no_answer', hours: 4 },
      { sentAt: hoursAgo(9), nextAt: hoursAgo(6) },
      'somebody wrote within 4 h',
    ],
    [
      'a chat that is over',
      { kind: 'no_answer', hours: 4 },
      { sentAt: hoursAgo(9), closed: true },
      'the chat is archived, or its contact opted out',
    ],
    ['a message from the future', { kind: 'no_answer', hours: 1 }, { sentAt: hoursAgo(-5) }, '1 h have not passed yet'],
  ])('refuses %s', (_, condition, some, reason) => {
    expect(matches({ all: [condition] }, facts(some), NOON)).toEqual({ matched: false, reasons: [reason] });
  });

  it.each<[string, AutomationWhen['scope'], Partial<MessageFacts>, boolean]>([
    ['everywhere', undefined, {}, true],
    ['in groups, too', undefined, { chatKind: 'group' }, true],
    ['in direct chats', { kind: 'direct' }, {}, true],
    ['not in groups', { kind: 'direct' }, { chatKind: 'group' }, false],
    ['in this chat', { chat_ids: ['chat-2', 'chat-1'] }, {}, true],
    ['not in that one', { chat_ids: ['chat-2'] }, {}, false],
    ['never in a channel', undefined, { chatKind: 'newsletter' }, false],
    ['never among status messages', { chat_ids: ['chat-1'] }, { chatKind: 'status' }, false],
  ])('applies %s', (_, scope, some, matched) => {
    const all: Condition[] = [{ kind: 'first_message' }];
    expect(matches({ all, ...(scope && { scope }) }, facts({ first: true, ...some }), NOON).matched).toBe(matched);
  });

  it('wants all of the conditions, and names those that do not hold', () => {
    const all: Condition[] = [refund, { kind: 'first_message' }, complaint];
    const category = label('complaint', 0.9);
    expect(matches({ all }, facts({ text: 'refund!', first: true, labels: labels({ category }) }), NOON)).toEqual({
      matched: true,
      reasons: [
        'it holds "refund"',
        'it is the first message of its writer in the chat',
        'it is of the category complaint (confidence 0.90)',
      ],
    });
    expect(matches({ all }, facts({ text: 'refund!' }), NOON)).toEqual({
      matched: false,
      reasons: ['its writer had written in the chat before', 'it is not of the category complaint'],
    });
  });
});
