import { io, type Socket } from 'socket.io-client';
import { DataSource } from 'typeorm';

import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TestApp, type TestAppOptions } from '#testing/app';

import type { ConversationMessageDto } from '../src/conversations/rest/message-answer.dto.js';
import type { ConversationDto } from '../src/conversations/rest/conversation-answer.dto.js';

export interface Answered<T> {
  readonly status: number;
  readonly body: T;
}

/** What came over a socket, in order. */
export interface Heard {
  readonly event: string;
  readonly payload: unknown;
  readonly offset?: string;
}

export interface Problem {
  readonly code: string;
}

/** Somebody who talks to characters with a token of theirs. */
export class ChatPerson {
  private readonly sockets: Socket[] = [];

  constructor(
    private readonly app: TestApp,
    readonly token: string,
  ) {}

  async call<T>(method: string, path: string, body?: unknown): Promise<Answered<T>> {
    const response = await fetch(`${this.app.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return answeredOf<T>(response);
  }

  async begin(characterId = 'default', more: object = {}): Promise<ConversationDto> {
    const { status, body } = await this.call<ConversationDto>('POST', '/conversations', { characterId, ...more });
    if (status !== 201) throw new Error(`the conversation was not begun: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  async say(conversationId: string, content: string, clientId?: string): Promise<ConversationMessageDto> {
    const message = { content, ...(clientId !== undefined && { clientId }) };
    const path = `/conversations/${conversationId}/messages`;
    const { status, body } = await this.call<ConversationMessageDto>('POST', path, message);
    if (status > 201) throw new Error(`the message was not taken: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  /** Everything that was said, oldest first. */
  async said(conversationId: string): Promise<ConversationMessageDto[]> {
    const path = `/conversations/${conversationId}/messages?limit=200`;
    const { body } = await this.call<{ messages: ConversationMessageDto[] }>('GET', path);
    return body.messages.reverse();
  }

  /** A socket that is open, and what it hears. */
  async listen(): Promise<{ readonly socket: Socket; readonly heard: Heard[] }> {
    const socket = io(this.app.url, { auth: { token: this.token }, transports: ['websocket'], forceNew: true });
    const heard: Heard[] = [];
    this.sockets.push(socket);
    socket.onAny((event: string, payload: unknown, offset?: string) =>
      heard.push({ event, payload, ...(offset && { offset }) }),
    );
    await waitFor(() => Promise.resolve(socket.connected), { what: 'the socket to open' });
    return { socket, heard };
  }

  close(): void {
    for (const socket of this.sockets) socket.disconnect();
  }
}

let people = 0;

/** The application with people who talk to characters on the web. */
export class ChatStage {
  private readonly people: ChatPerson[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly app: TestApp,
  ) {}

  static async open(options: Partial<TestAppOptions> = {}): Promise<ChatStage> {
    const database = await createTestDatabase();
    const env = { MESSAGE_RATE_LIMIT: '1000/minute', ...options.env };
    return new ChatStage(database, await TestApp.start({ databaseUrl: database.url, ...options, env }));
  }

  query<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.app.app.get(DataSource).query<T[]>(sql, values);
  }

  /** With the admin key. */
  async call<T>(method: string, path: string, body?: unknown): Promise<Answered<T>> {
    const init = { method, ...(body !== undefined && { body: JSON.stringify(body) }) };
    return answeredOf<T>(await this.app.request(`/api/v1${path}`, init));
  }

  /** Somebody new. */
  async person(userId = `site-${(people += 1)}`, name = 'Ana'): Promise<ChatPerson> {
    const { status, body } = await this.call<{ token: string }>('POST', '/tokens', { userId, name });
    if (status !== 201) throw new Error(`no token was given: ${status} ${JSON.stringify(body)}`);
    const person = new ChatPerson(this.app, body.token);
    this.people.push(person);
    return person;
  }

  /** Somebody with an API key of these scopes. */
  async withKey(scopes: readonly string[]): Promise<ChatPerson> {
    const init = { method: 'POST', body: JSON.stringify({ name: 'test', scopes }) };
    const { body } = await answeredOf<{ key: string }>(await this.app.request('/api/keys', init));
    const person = new ChatPerson(this.app, body.key);
    this.people.push(person);
    return person;
  }

  async close(): Promise<void> {
    for (const person of this.people) person.close();
    await this.app.stop();
    await this.database.drop();
  }
}

async function answeredOf<T>(response: Response): Promise<Answered<T>> {
  const text = await response.text();
  return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
}
