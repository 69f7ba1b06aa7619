import { createSecretKey } from 'node:crypto';

import fc from 'fast-check';

import { newId } from '#kernel';
import { Cursors, type MasterKeys, type Principal } from '#security';
import { Metrics, silentLogger } from '#telemetry';

import { FakeConversations } from '../../testing/fake-conversations.js';
import { CommandLane } from '../commands/command-lane.js';
import type { ClientSocket } from '../sockets/client-socket.js';
import { ConversationRooms } from './conversation-rooms.service.js';
import { ConversationSockets } from './conversation-sockets.service.js';
import { PersonFeed } from './person-feed.service.js';
import { PersonOffsets } from './person-offsets.service.js';
import { Seats } from './seats.service.js';

const CHATS = 3;
const MASTER_KEYS = { derive: () => createSecretKey(Buffer.alloc(32, 1)) } as unknown as MasterKeys;

/** What may happen, in any order; `chat` is one of a few. */
type Step =
  | { readonly what: 'message'; readonly chat: number }
  | { readonly what: 'join'; readonly chat: number; readonly fromStart: boolean }
  | { readonly what: 'break' | 'clog' | 'clear' | 'wait' };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { arbitrary: fc.record({ what: fc.constant('message' as const), chat: fc.nat(CHATS - 1) }), weight: 6 },
    fc.record({ what: fc.constant('join' as const), chat: fc.nat(CHATS - 1), fromStart: fc.boolean() }),
    fc.record({ what: fc.constantFrom('break' as const, 'clog' as const, 'clear' as const, 'wait' as const) }),
  ),
  { minLength: 5, maxLength: 60 },
);

/** One person with one client, as the library is: it notes the last text that an event ended with, and brings it when it comes back. */
class Scene {
  private readonly conversations = new FakeConversations();
  private readonly contactId = newId();
  readonly chats = Array.from({ length: CHATS }, () => this.conversations.open(this.contactId));
  private readonly principal: Principal = {
    id: 'person',
    name: 'Guest',
    scopes: [],
    person: { contactId: this.contactId, tokenId: 'token' },
  };
  private readonly sockets = new ConversationSockets();
  private readonly seats = new Seats();
  private readonly offsets = new PersonOffsets(new Cursors(MASTER_KEYS));
  private readonly feed = new PersonFeed(this.seats, this.sockets, this.offsets, silentLogger, new Metrics());
  private readonly rooms = new ConversationRooms(this.sockets, this.seats, this.feed, this.offsets);
  /** What must be heard of each conversation that was joined. */
  readonly expected = new Map<number, number[]>();
  readonly heard = new Map<number, number[]>();
  missed = 0;
  private joining: Promise<void> = Promise.resolve();
  private fromStart = false;
  private readonly all: { readonly chat: number; readonly number: number }[] = [];
  private said = 0;
  private lastOffset: string | undefined;
  private session = '';
  private isHigh = false;
  private socket = this.newSocket();
  private readonly start = this.offsets.of(this.contactId, 0n);

  constructor() {
    this.sockets.attach(this.conversations.parts);
  }

  async play(step: Step): Promise<void> {
    switch (step.what) {
      case 'message':
        return this.message(step.chat);
      case 'join':
        return this.join(step.chat, step.fromStart);
      case 'break':
        return this.comeBack();
      case 'clog':
        this.isHigh = true;
        return;
      case 'clear':
        this.isHigh = false;
        this.rooms.resume(this.socket);
        return;
      case 'wait':
        await settled(1);
    }
  }

  /** Waits until it sits where it wished to. */
  async sitting(): Promise<void> {
    await this.joining;
  }

  async end(): Promise<void> {
    await this.sitting();
    await this.play({ what: 'clear' });
    await settled(400);
  }

  private message(chat: number): void {
    const number = (this.said += 1);
    this.conversations.append(this.chats[chat] ?? '', { chat, number });
    this.all.push({ chat, number });
    this.expected.get(chat)?.push(number);
    this.feed.look(this.contactId);
  }

  /** One after the other, as commands are, and not waited for: other things happen meanwhile. */
  private join(chat: number, fromStart: boolean): void {
    const after = fromStart ? this.start : undefined;
    this.joining = this.joining.then(async () => {
      this.fromStart = fromStart;
      await this.rooms.join(this.socket, this.chats[chat] ?? '', after);
    });
  }

  /** The connection breaks; what is on its way is lost; the client comes back with what it knows. */
  private async comeBack(): Promise<void> {
    const auth = { pid: this.session, offset: this.lastOffset };
    this.rooms.forget(this.socket);
    Object.assign(this.socket, { connected: false });
    const restored = await this.rooms.find(this.principal, auth);
    this.isHigh = false;
    this.socket = this.newSocket();
    this.fromStart = false;
    restored?.(this.socket);
  }

  private sits(chatId: string): void {
    const chat = this.chats.indexOf(chatId);
    if (this.expected.has(chat)) return;
    const before = this.all.filter((message) => message.chat === chat && this.fromStart);
    this.expected.set(
      chat,
      before.map(({ number }) => number),
    );
  }

  private newSocket(): ClientSocket {
    this.session = newId();
    const isHigh = (): boolean => this.isHigh;
    return {
      id: this.session,
      connected: true,
      data: {
        principal: this.principal,
        session: this.session,
        seats: new Map(),
        lane: new CommandLane(),
        backlog: {
          get isHigh() {
            return isHigh();
          },
        },
      },
      emit: (event: string, payload: unknown, offset?: string) => this.hear(event, payload, offset),
    } as unknown as ClientSocket;
  }

  private hear(event: string, payload: unknown, offset?: string): void {
    if (event === 'realtime:missed' && this.expected.size > 0) this.missed += 1;
    if (offset !== undefined) this.lastOffset = offset;
    if (event === 'conversation:joined') this.sits((payload as { conversationId: string }).conversationId);
    if (event !== 'message:received') return;
    const { chat, number } = payload as { chat: number; number: number };
    this.heard.set(chat, [...(this.heard.get(chat) ?? []), number]);
  }
}

async function settled(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

const sorted = (numbers: readonly number[] = []): number[] => [...numbers].sort((a, b) => a - b);

describe('PersonFeed', () => {
  it('loses nothing for anybody who has joined, whatever breaks, clogs, or is joined further back', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (played) => {
        const scene = new Scene();
        for (const step of played) await scene.play(step);
        await scene.end();
        for (const [chat, numbers] of scene.expected) {
          expect([...new Set(sorted(scene.heard.get(chat)))]).toEqual(expect.arrayContaining(numbers));
        }
        expect(scene.missed).toBe(0);
      }),
      { numRuns: 400 },
    );
  });

  it('doubles nothing in one conversation, and keeps its order', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (played) => {
        const scene = new Scene();
        await scene.play({ what: 'join', chat: 0, fromStart: false });
        await scene.sitting();
        for (const step of played) if (step.what !== 'join') await scene.play(step);
        await scene.end();
        expect(scene.heard.get(0) ?? []).toEqual(scene.expected.get(0));
        expect(scene.heard.size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  });

  it('tells no offset beyond what a conversation that is being caught up with still lacks', async () => {
    for (let round = 0; round < 64; round += 1) {
      const scene = new Scene();
      await scene.play({ what: 'join', chat: 0, fromStart: false });
      await scene.sitting();
      for (const chat of [1, 1, 0]) await scene.play({ what: 'message', chat });
      await settled(20);
      await scene.play({ what: 'join', chat: 1, fromStart: true });
      await settled(round % 8);
      await scene.play({ what: 'message', chat: 0 });
      await settled(Math.floor(round / 8));
      await scene.play({ what: 'break' });
      await scene.end();
      for (const [chat, numbers] of scene.expected) {
        expect([...new Set(sorted(scene.heard.get(chat)))]).toEqual(expect.arrayContaining(numbers));
      }
    }
  });
});
