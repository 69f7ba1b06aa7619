import type { MemoryContext, Recollection, RememberedContext, RememberedMessages } from '#memory';
import type { ChatView, ClaimedTurn, MessageReader, SpokenMessage, TurnConversation } from '#messaging';

import type { Characters } from '../characters/characters.service.js';
import { ReplyScenes } from './reply-scenes.service.js';
import type { ReplySettings } from './reply-settings.service.js';

const REMEMBERED = { summary: 'They spoke of tea.' } as RememberedContext;
const TURN = { id: 'turn' } as ClaimedTurn;
const DIRECT = { id: 'chat', kind: 'direct', contactId: 'ana', externalId: '34600@c.us' } as ChatView;
const GROUP = { id: 'group', kind: 'group', contactId: null } as ChatView;

const said = (id: string, senderId = 'ana'): SpokenMessage => ({ id, senderId, text: id }) as SpokenMessage;

describe('ReplyScenes', () => {
  /** What happened, in its order. */
  let events: string[];
  let conversation: TurnConversation;
  let forgetsNone: boolean;
  let read: () => Promise<TurnConversation>;

  beforeEach(() => {
    events = [];
    conversation = { earlier: [said('earlier'), said('forgotten')], asked: [said('asked')] };
    forgetsNone = true;
    read = () => Promise.resolve(conversation);
  });

  function sceneOf(chat: ChatView) {
    const recollection: Recollection = {
      forgetsNone: () => Promise.resolve(forgetsNone),
      of: (recent) => {
        events.push(`remember ${recent.map(({ id }) => id).join(' ')}`);
        return Promise.resolve(REMEMBERED);
      },
    };
    const scenes = new ReplyScenes(
      { answering: () => Promise.resolve({ id: 'iris' }) } as unknown as Characters,
      {
        conversationOf: async () => {
          // A database takes its time.
          await new Promise((resolve) => setImmediate(resolve));
          events.push('conversation');
          return read();
        },
      } as unknown as MessageReader,
      {
        begin: ({ contactId }: { contactId: string }) => {
          events.push(`begin ${contactId}`);
          return recollection;
        },
      } as unknown as MemoryContext,
      {
        of: (_: string, contactId: string | null, messages: readonly SpokenMessage[]) => {
          events.push(`look for what ${contactId ?? 'each'} had forgotten`);
          return Promise.resolve(messages.filter(({ id }) => id !== 'forgotten'));
        },
      } as unknown as RememberedMessages,
      { contextWindow: 20, zone: 'UTC', now: () => new Date(0) } as ReplySettings,
    );
    return scenes.of(TURN, chat, new AbortController().signal);
  }

  it('reads what is remembered of a person beside what was said', async () => {
    expect(await sceneOf(DIRECT)).toMatchObject({ contactId: 'ana', remembered: REMEMBERED, ...conversation });
    expect(events).toEqual(['begin ana', 'conversation', 'remember earlier forgotten asked']);
  });

  it('reads to nobody what was asked to be forgotten, nor asks the memory for it', async () => {
    forgetsNone = false;
    expect(await sceneOf(DIRECT)).toMatchObject({ earlier: [{ id: 'earlier' }] });
    expect(events).toEqual(['begin ana', 'conversation', 'look for what ana had forgotten', 'remember earlier asked']);
  });

  it('remembers whoever spoke last in a group, and looks for what each of them had forgotten', async () => {
    conversation = { ...conversation, asked: [said('one', 'ana'), said('two', 'ben')] };
    expect(await sceneOf(GROUP)).toMatchObject({ contactId: 'ben', remembered: REMEMBERED });
    expect(events).toEqual([
      'conversation',
      'look for what each had forgotten',
      'begin ben',
      'remember earlier one two',
    ]);
  });

  it('lets go of what it began where nothing is left to answer, and where the conversation cannot be read', async () => {
    conversation = { earlier: [], asked: [] };
    expect(await sceneOf(DIRECT)).toBeNull();
    expect(events).toEqual(['begin ana', 'conversation']);
    read = () => Promise.reject(new Error('down'));
    await expect(sceneOf(DIRECT)).rejects.toThrow('down');
  });

  it('remembers nobody where there is nobody', async () => {
    expect(await sceneOf({ ...DIRECT, contactId: null })).toMatchObject({ remembered: null });
    expect(events).toEqual(['conversation', 'look for what each had forgotten']);
  });
});
