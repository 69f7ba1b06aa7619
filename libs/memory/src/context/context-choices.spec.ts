import type { MemoryFact } from '../facts/memory-fact.js';
import type { RetrievedMemory } from '../retrieval/retrieved-memory.js';
import type { SpokenMessage } from '#messaging';
import { chooseFacts } from './choose-facts.js';
import { chooseRecalled } from './choose-recalled.js';
import { conversationState } from './conversation-state.js';
import { questionOf } from './question-of.js';
import { withinTokens } from './within-tokens.js';

const found = (kind: RetrievedMemory['kind'], id: string, text = id): RetrievedMemory => ({
  ...{ kind, id, text, chatId: 'c', at: new Date(0), author: kind === 'turn' ? 'contact' : null, senderName: null },
  ...{ score: 1, relevance: 0.5, reasons: ['one', 'two'] },
});
const known = (id: string, importance: number): MemoryFact =>
  ({ id, text: id, importance, origin: 'manual' }) as MemoryFact;
const said = (text: string, author: SpokenMessage['author'] = 'contact', id = text): SpokenMessage => ({
  ...{ id, author, text, senderId: null, senderName: null, kind: 'text', sentAt: new Date(0) },
});

describe('the facts of an answer', () => {
  it('are those that fit, then the important ones, each once', () => {
    const facts = chooseFacts(
      [found('turn', 't'), found('fact', 'b'), found('fact', 'a')],
      [known('k', 9), known('a', 8), known('x', 6)],
      10,
    );
    expect(facts).toEqual([
      { id: 'b', text: 'b', relevance: 0.5, reason: 'one, two', origin: 'said' },
      { id: 'a', text: 'a', relevance: 0.5, reason: 'one, two', origin: 'manual' },
      { id: 'k', text: 'k', relevance: 0, reason: 'importance 9 of 10', origin: 'manual' },
    ]);
  });

  it('are no more than may be, in number and in length', () => {
    const many = Array.from({ length: 50 }, (_, n) => found('fact', `${n}`));
    expect(chooseFacts(many, [], 10)).toHaveLength(10);
    expect(chooseFacts(many, [], 0)).toEqual([]);
    const long = found('fact', 'long', 'word '.repeat(5_000));
    expect(chooseFacts([long, found('fact', 'short')], [], 10).map(({ id }) => id)).toEqual(['short']);
  });
});

describe('what is recalled for an answer', () => {
  it('is not what it sees anyway', () => {
    const all = [
      found('turn', 'seen'),
      found('fact', 'f'),
      found('summary', 's1', 'now'),
      found('summary', 's2', 'then'),
      found('turn', 'old'),
    ];
    expect(chooseRecalled(all, [said('Hi', 'contact', 'seen')], 'now').map(({ text }) => text)).toEqual([
      'then',
      'old',
    ]);
  });

  it('is no more than may be', () => {
    const many = Array.from({ length: 50 }, (_, n) => found('turn', `${n}`));
    expect(chooseRecalled(many, [], null)).toHaveLength(6);
    expect(chooseRecalled([found('turn', 'x', 'word '.repeat(9_000))], [], null)).toEqual([]);
  });
});

describe('withinTokens', () => {
  it.each([
    [0, []],
    [2, ['one two']],
    [3, ['one two', 'four']],
    [9, ['one two', 'one two three', 'four']],
  ])('keeps what fits into %d', (tokens, kept) => {
    const items = ['one two', 'one two three', 'four'].map((text) => ({ text }));
    expect(withinTokens(items, tokens).map(({ text }) => text)).toEqual(kept);
  });
});

describe('questionOf', () => {
  it.each([
    ['what was said after our answer', [said('a'), said('b', 'assistant'), said('c'), said('d')], 'c\nd'],
    ['what was said after the owner wrote', [said('b', 'owner'), said('c')], 'c'],
    ['all of it when we have said nothing', [said('a'), said('b')], 'a\nb'],
    ['nothing when we spoke last', [said('a'), said('b', 'assistant')], ''],
    ['nothing of nothing', [], ''],
    ['the end of what is long', [said(`${'x'.repeat(20)}end`)], 'xxxxxxxend'],
  ])('is %s', (_, recent, question) => expect(questionOf(recent, 10)).toBe(question));
});

describe('conversationState', () => {
  it.each([
    ['where do you live', 'question'],
    ['you live in Rome?', 'question'],
    ['¿Dónde vives?', 'question'],
    ['Cuándo llegas', 'question'],
    ['Please remind me tomorrow', 'request'],
    ['¡Por favor, ayúdame!', 'request'],
    ['ok, thank you', 'thanks'],
    ['Muchas gracias', 'thanks'],
    ['Adiós', 'farewell'],
    ['Hola', 'greeting'],
    ['I have a dog', 'statement'],
    ['', null],
  ])('hears %j as %s', (text, intent) => {
    expect(conversationState([said(text)], null).lastUserIntent).toBe(intent);
  });

  it.each([
    ['what comes up again', ['My garden is big', 'The weather was bad', 'so the garden suffers'], 'garden'],
    ['of equals the last', ['A garden', 'some weather'], 'weather'],
    ['nothing in small words', ['ok', 'yes but why'], null],
    ['nothing when nobody spoke', [], null],
  ])('finds the topic: %s', (_, texts, topic) => {
    expect(
      conversationState(
        texts.map((text) => said(text)),
        'joy',
      ),
    ).toMatchObject({ currentTopic: topic, mood: 'joy' });
  });

  it('listens to the contact only', () => {
    expect(conversationState([said('My garden'), said('what a lovely kitchen', 'assistant')], null)).toMatchObject({
      currentTopic: 'garden',
      lastUserIntent: 'statement',
    });
  });
});
