import { createServer, type IncomingMessage, type Server as HttpServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { Server, type Socket } from 'socket.io';

import type {
  CharacterResponse,
  ClientEvents,
  ConversationJoin,
  Message,
  MessageSend,
  ServerEvents,
} from '../src/socket/chat-events.js';

export const FAKE_TOKEN = 'a-token';
export const CONVERSATION = '01900000-0000-7000-8000-000000000001';
const PERSON = '01900000-0000-7000-8000-0000000000aa';
const CHARACTER = '01900000-0000-7000-8000-0000000000bb';

type FakeSocket = Socket<ClientEvents, ServerEvents>;

/** One conversation as the server keeps it: each message once under its client id, events with offsets, replay after one. */
export class FakeSecretary {
  readonly stored: Message[] = [];
  /** Joins and sends, as they came. */
  readonly heard: (ConversationJoin | MessageSend)[] = [];
  /** So many messages are stored without an answer: the line is cut before it. */
  loseAcks = 0;
  /** So many joins are refused, as by a server that is busy. */
  refuseJoins = 0;
  token = FAKE_TOKEN;
  /** Why another one is refused. */
  refusal = 'unauthenticated';
  refuseMessages = false;
  private readonly rooms = new Set<FakeSocket>();

  private constructor(
    private readonly http: HttpServer,
    private readonly io: Server<ClientEvents, ServerEvents>,
    readonly url: string,
  ) {}

  static async start(): Promise<FakeSecretary> {
    const http = createServer();
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    const io = new Server<ClientEvents, ServerEvents>(http);
    const fake = new FakeSecretary(http, io, `http://127.0.0.1:${(http.address() as AddressInfo).port}`);
    http.on('request', (request: IncomingMessage, response: ServerResponse) => fake.rest(request, response));
    io.use((socket, next) => next(socket.handshake.auth.token === fake.token ? undefined : new Error(fake.refusal)));
    io.on('connection', (socket) => fake.greet(socket));
    return fake;
  }

  /** Cuts every line; clients come back by themselves. */
  cut(): void {
    this.rooms.clear();
    for (const socket of this.io.sockets.sockets.values()) socket.conn.close();
  }

  /** Ends every connection as with a token that holds no longer. */
  dismiss(): void {
    this.rooms.clear();
    this.io.disconnectSockets(true);
  }

  /** Forgets the first messages, and tells that more was missed than is kept. */
  miss(forgotten: number): void {
    this.stored.splice(0, forgotten);
    for (const socket of this.rooms) socket.emit('realtime:missed', {});
  }

  /** The character says something, which nobody hears. */
  mumble(content: string): void {
    const rooms = [...this.rooms];
    this.rooms.clear();
    this.say(content);
    for (const socket of rooms) this.rooms.add(socket);
  }

  /** The character says something. */
  say(content: string, values: Partial<Message> = {}): Message {
    return this.keep({ content, senderType: 'character', senderId: CHARACTER, ...values });
  }

  stream(piece: Partial<CharacterResponse>): void {
    const whole: CharacterResponse = {
      conversationId: CONVERSATION,
      responseId: 'response',
      characterId: CHARACTER,
      attempt: 1,
      sequence: 0,
      status: 'writing',
      delta: '',
      at: 0,
      ...piece,
    };
    for (const socket of this.rooms) socket.emit('character:response', whole);
  }

  type(isTyping: boolean): void {
    const typing = { conversationId: CONVERSATION, userId: CHARACTER, isTyping, senderType: 'character' } as const;
    for (const socket of this.rooms) socket.emit('typing:indicator', typing);
  }

  /** How many sockets are in the conversation. */
  get present(): number {
    return this.rooms.size;
  }

  async stop(): Promise<void> {
    await this.io.close();
    this.http.closeAllConnections();
  }

  private greet(socket: FakeSocket): void {
    socket.on('conversation:join', (join, ack) => {
      this.heard.push(join);
      if (join.conversationId !== CONVERSATION) {
        ack?.({ ok: false, error: { code: 'conversation.not-found', message: 'There is no such conversation.' } });
        return;
      }
      if (this.refuseJoins > 0) {
        this.refuseJoins -= 1;
        ack?.({ ok: false, error: { code: 'rate-limited', message: 'Too many events.', retryAfter: 0.05 } });
        return;
      }
      this.rooms.add(socket);
      ack?.({ ok: true, conversation: { id: CONVERSATION }, offset: String(this.stored.length) });
      const after = Number(join.after ?? this.stored.length);
      this.stored.slice(after).forEach((message, index) => this.tell(socket, message, after + index + 1));
    });
    socket.on('conversation:leave', () => void this.rooms.delete(socket));
    socket.on('disconnect', () => void this.rooms.delete(socket));
    socket.on('message:send', (message, ack) => this.take(socket, message, ack));
  }

  private take(socket: FakeSocket, message: MessageSend, ack: Parameters<ClientEvents['message:send']>[1]): void {
    this.heard.push(message);
    if (this.refuseMessages) {
      ack?.({ ok: false, error: { code: 'message.rate-limited', message: 'Too many messages.', retryAfter: 5 } });
      return;
    }
    const known = this.stored.find(({ clientId }) => clientId === message.clientId);
    const stored =
      known ??
      this.keep({
        content: message.content,
        ...(message.clientId && { clientId: message.clientId }),
        senderId: PERSON,
      });
    if (this.loseAcks > 0) {
      this.loseAcks -= 1;
      this.rooms.delete(socket);
      socket.conn.close();
      return;
    }
    const { id, clientId, conversationId, status, createdAt } = stored;
    ack?.({
      ok: true,
      id,
      ...(clientId && { clientId }),
      conversationId,
      status,
      createdAt,
      duplicate: known !== undefined,
    });
  }

  private keep(values: Partial<Message>): Message {
    const message: Message = {
      id: `01900000-0000-7000-8000-${String(this.stored.length).padStart(12, '0')}`,
      conversationId: CONVERSATION,
      senderId: null,
      senderType: 'user',
      content: '',
      type: 'text',
      metadata: { tokens: null, generationTime: null, model: null, mood: null, isNSFW: null },
      status: 'delivered',
      readAt: null,
      createdAt: new Date().toISOString(),
      ...values,
    };
    this.stored.push(message);
    for (const socket of this.rooms) this.tell(socket, message, this.stored.length);
    return message;
  }

  private tell(socket: FakeSocket, message: Message, position: number): void {
    socket.emit('message:received', message, String(position));
  }

  private rest({ url = '', headers }: IncomingMessage, response: ServerResponse): void {
    if (url.startsWith('/socket.io')) return;
    const isKnown = headers.authorization === `Bearer ${this.token}`;
    const body = isKnown ? this.answerTo(url) : { code: 'unauthenticated', detail: 'No valid key.' };
    response
      .writeHead(isKnown ? 200 : 401, { 'content-type': isKnown ? 'application/json' : 'application/problem+json' })
      .end(JSON.stringify(body));
  }

  /** Two messages a page, so that few make several. */
  private answerTo(url: string): object {
    if (!url.includes('/messages')) return { conversations: [], nextCursor: null };
    const before = Number(new URL(url, this.url).searchParams.get('cursor') ?? this.stored.length);
    const messages = this.stored.slice(Math.max(0, before - 2), before).reverse();
    return { messages, nextCursor: before > 2 ? String(before - 2) : null };
  }
}
