import { IsInt, IsOptional, IsString } from 'class-validator';

import { AppError, newId } from '#kernel';
import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TEST_API_KEY } from '#testing/app';

import { FakeConversations } from '../../testing/fake-conversations.js';
import { Listener } from '../../testing/listener.js';
import { PeopleStage, tokenOf } from '../../testing/people-stage.js';
import { SocketCommands } from './socket-commands.service.js';

const CANARY = 'canary-91d0';

class NoteDto {
  @IsInt()
  readonly number!: number;

  @IsOptional()
  @IsString()
  readonly clientId?: string;
}

describe('what clients say over sockets', () => {
  const conversations = new FakeConversations();
  const noted: number[] = [];
  let database: TestDatabase;
  let stage: PeopleStage;
  const listeners: Listener[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    stage = await PeopleStage.start(database.url, conversations);
    const commands = stage.app.get(SocketCommands);
    commands.on(
      'test:note',
      async ({ principal, rooms, socketId }, { number }) => {
        // The earlier, the longer.
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, 10 - number)));
        noted.push(number);
        return { number, who: principal.person?.contactId, rooms: [...rooms], socketId, ok: 'not this' };
      },
      NoteDto,
    );
    commands.on('test:refuse', () => Promise.reject(tooFast()), NoteDto);
    commands.on('test:break', () => Promise.reject(new Error(CANARY)), NoteDto);
  });

  afterEach(() => {
    for (const listener of listeners.splice(0)) listener.close();
    noted.length = 0;
  });

  afterAll(async () => {
    await stage.stop();
    await database.drop();
  });

  async function enter(token = tokenOf(newId())): Promise<Listener> {
    const listener = await Listener.connected(stage.url, { token });
    listeners.push(listener);
    return listener;
  }

  it('are answered, and the one who serves them knows whose they are', async () => {
    const chatId = conversations.open(newId());
    const contactId = conversations.ownerOf(chatId);
    const person = await enter(tokenOf(contactId));
    await person.says('conversation:join', { conversationId: chatId.toUpperCase() });
    expect(await person.says('test:note', { number: 7 })).toEqual({
      ok: true,
      number: 7,
      who: contactId,
      rooms: [[chatId, contactId]],
      socketId: person.socket.id,
    });
  });

  it('are done one after the other, in their order', async () => {
    const person = await enter();
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    for (const number of numbers) person.socket.emit('test:note', { number });
    await waitFor(() => noted.length === numbers.length, { what: 'all notes' });
    expect(noted).toEqual(numbers);
  });

  const wrongNumber = { code: 'request.invalid', errors: [expect.objectContaining({ field: 'number' })] };
  it.each([
    ['an unknown command', 'test:nothing', [{ number: 1 }], { code: 'command.unknown' }],
    ['no payload', 'test:note', [], { code: 'request.invalid' }],
    ['a text', 'test:note', ['1'], { code: 'request.invalid' }],
    ['a list', 'test:note', [[1]], { code: 'request.invalid' }],
    ['null', 'test:note', [null], { code: 'request.invalid' }],
    ['bytes', 'test:note', [Buffer.from('1')], { code: 'request.invalid' }],
    ['bytes within', 'test:note', [{ number: Buffer.from('1') }], wrongNumber],
    ['another type', 'test:note', [{ number: '1' }], wrongNumber],
    ['what JSON has no word for', 'test:note', [{ number: Number.NaN }], wrongNumber],
    ['what nobody asked for', 'test:note', [{ number: 1, other: CANARY }], { code: 'request.invalid' }],
    ['a refusal', 'test:refuse', [{ number: 1 }], { code: 'test.too-fast', message: 'Wait.', retryAfter: 3 }],
    ['a mistake of ours', 'test:break', [{ number: 1 }], { code: 'server.error' }],
    ['a conversation that is no id', 'conversation:join', [{ conversationId: "'; --" }], { code: 'request.invalid' }],
    ['typing where one is not', 'typing:start', [{ conversationId: newId() }], { code: 'conversation.not-joined' }],
  ])('are refused when there is %s, with an acknowledgement and without', async (_, command, values, error) => {
    const person = await enter();
    const answer = await person.says(command, ...values);
    expect(answer).toEqual({ ok: false, error: expect.objectContaining(error) });
    expect(JSON.stringify(answer)).not.toContain(CANARY);
    person.socket.emit(command, ...values);
    await person.hears(1);
    expect(person.heard).toEqual([{ event: 'error', payload: expect.objectContaining({ event: command, ...error }) }]);
    expect(noted).toEqual([]);
  });

  it('are refused with the id that the client gave them', async () => {
    const person = await enter();
    person.socket.emit('test:note', { number: 'x', clientId: 'c-1' });
    expect((await person.hears(1))[0]?.payload).toMatchObject({ event: 'test:note', clientId: 'c-1' });
  });

  it('cannot reach what every object has', async () => {
    const person = await enter();
    person.socket.emit('test:note', JSON.parse('{"number":1,"__proto__":{"number":2}}'));
    person.socket.emit('constructor', {});
    await waitFor(() => person.of('error').length > 0, { what: 'an error' });
    expect(person.of('error').at(-1)).toMatchObject({ code: 'command.unknown' });
    expect(({} as { number?: number }).number).toBeUndefined();
  });

  it('are taken a hundred at once; who floods is told so, and then cut, and nobody else suffers', async () => {
    const [flood, other] = [await enter(), await enter()];
    for (let number = 0; number < 1_000; number += 1) flood.socket.emit('test:note', { number: 100 + number });
    await waitFor(() => flood.ends.length > 0, { what: 'the end of the socket' });
    expect(flood.ends).toEqual(['io server disconnect']);
    expect(flood.of('error')).toContainEqual(expect.objectContaining({ code: 'rate-limited', retryAfter: 1 }));
    expect(await other.says('test:note', { number: 1 })).toMatchObject({ ok: true });
    expect(noted.length).toBeLessThan(200);
  });

  it('may not be larger than 64 KiB: the connection ends, and comes back', async () => {
    const person = await enter();
    person.socket.emit('test:note', { number: 1, clientId: 'x'.repeat(1_048_576) });
    await waitFor(() => person.ends.length > 0, { what: 'the end of the connection' });
    expect(person.ends).toEqual(['transport close']);
    await waitFor(() => person.socket.connected, { what: 'the client to come back' });
    expect(await person.says('test:note', { number: 1 })).toMatchObject({ ok: true });
  });

  it('need a scope from a key that types', async () => {
    const response = await fetch(`${stage.url}/api/keys`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TEST_API_KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'reader', scopes: ['conversations:read'] }),
    });
    const { key } = (await response.json()) as { key: string };
    const chatId = conversations.open(newId());
    const reader = await enter(key);
    await reader.says('conversation:join', { conversationId: chatId });
    expect(await reader.says('typing:start', { conversationId: chatId })).toMatchObject({
      error: { code: 'auth.missing-scope' },
    });
  });
});

function tooFast(): AppError {
  return new AppError('test.too-fast', 'Wait.', { kind: 'rate-limited', retryAfterSeconds: 3 });
}
