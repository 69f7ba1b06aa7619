import { waitFor } from '#testing';

import { CONVERSATION, FAKE_TOKEN, FakeSecretary } from '../../testing/fake-secretary.js';
import { SecretaryClient } from '../api/secretary-client.js';
import type { ChatSession } from './chat-session.js';

describe('a chat session', () => {
  let server: FakeSecretary;
  let client: SecretaryClient;
  let session: ChatSession;

  beforeEach(async () => {
    server = await FakeSecretary.start();
    client = new SecretaryClient({ url: server.url, token: () => Promise.resolve(FAKE_TOKEN) });
    session = client.session(CONVERSATION);
  });

  afterEach(async () => {
    session.close();
    client.close();
    await server.stop();
  });

  const texts = () => session.snapshot().messages.map(({ content }) => content);
  const shows = (...wanted: string[]) =>
    waitFor(() => JSON.stringify(texts()) === JSON.stringify(wanted), { what: `to see ${wanted.join(', ')}` });
  const isBack = () => waitFor(() => server.present > 0, { what: 'the session to be back' });

  it('loads what was said, page by page, and hears what is said', async () => {
    for (const text of ['1', '2', '3']) server.say(text);
    await session.open();
    expect([texts(), session.snapshot().hasMore]).toEqual([['2', '3'], true]);
    server.say('4');
    await shows('2', '3', '4');
    await session.loadMore();
    expect([texts(), session.snapshot().hasMore]).toEqual([['1', '2', '3', '4'], false]);
  });

  it('shows what it sends at once, and holds it once when it is stored', async () => {
    await session.open();
    const sent = session.send('Hello');
    expect(session.snapshot().messages).toMatchObject([{ content: 'Hello', status: 'sending' }]);
    await sent;
    await waitFor(() => session.snapshot().messages[0]?.senderId !== null, { what: 'the event' });
    expect(session.snapshot().messages).toMatchObject([{ content: 'Hello', status: 'delivered' }]);
  });

  it('sends again, under the same id, what was not acknowledged', async () => {
    await session.open();
    server.loseAcks = 2;
    await Promise.all([session.send('one'), session.send('two')]);
    expect(server.stored.map(({ content }) => content)).toEqual(['one', 'two']);
    const sends = server.heard.filter((said) => 'content' in said);
    expect(sends).toHaveLength(4);
    expect(new Set(sends.map(({ clientId }) => clientId)).size).toBe(2);
    await shows('one', 'two');
  });

  it('hears after a cut what was said in between, once', async () => {
    await session.open();
    server.say('before');
    await shows('before');
    server.cut();
    server.say('meanwhile');
    await isBack();
    server.say('after');
    await shows('before', 'meanwhile', 'after');
  });

  it('comes back though the server is too busy at first', async () => {
    await session.open();
    server.refuseJoins = 2;
    server.cut();
    server.say('meanwhile');
    await shows('meanwhile');
  });

  it('has no gap where more was missed than is told again', async () => {
    for (const text of ['1', '2']) server.say(text);
    await session.open();
    for (const text of ['3', '4', '5', '6']) server.mumble(text);
    server.miss(1);
    await shows('5', '6');
    expect(session.snapshot().hasMore).toBe(true);
    while (session.snapshot().hasMore) await session.loadMore();
    expect(texts()).toEqual(['2', '3', '4', '5', '6']);
  });

  it('is in once the server has said so, for whoever asks while it is asked, and until the last has left', async () => {
    const first = client.socket.join(CONVERSATION);
    const leave = await client.socket.join(CONVERSATION);
    expect(server.present).toBe(1);
    leave();
    const heard: string[] = [];
    client.socket.on('message:received', ({ content }) => void heard.push(content));
    server.say('Still here?');
    await waitFor(() => heard.length > 0, { what: 'a message' });
    (await first)();
    await waitFor(() => server.present === 0, { what: 'it to be left' });
  });

  it('says what was refused, and sends it when it is tried again', async () => {
    await session.open();
    server.refuseMessages = true;
    await expect(session.send('Hello')).rejects.toMatchObject({ code: 'message.rate-limited', retryAfter: 5 });
    const [failed] = session.snapshot().messages;
    expect(failed).toMatchObject({ status: 'failed', failure: { code: 'message.rate-limited', retryAfter: 5 } });
    server.refuseMessages = false;
    await session.send('Hello', failed?.clientId ?? undefined);
    await shows('Hello');
    expect(session.snapshot().messages).toMatchObject([{ status: 'delivered' }]);
  });

  it('takes away what was refused when it is given up', async () => {
    await session.open();
    server.refuseMessages = true;
    await expect(session.send('Hello')).rejects.toThrow();
    session.discard(session.snapshot().messages[0]?.clientId ?? '');
    expect(texts()).toEqual([]);
  });

  it('says when the server cannot be reached', async () => {
    const lost = new SecretaryClient({ url: 'http://127.0.0.1:1', token: FAKE_TOKEN });
    await expect(lost.conversations()).rejects.toMatchObject({ name: 'ChatError', code: 'network' });
  });

  it('shows an answer while it is written, and the message in its place', async () => {
    await session.open();
    server.stream({ status: 'started' });
    server.stream({ sequence: 1, delta: 'Good ' });
    server.stream({ sequence: 2, delta: 'morn', at: 5 });
    await waitFor(() => session.snapshot().writing?.text === 'Good morn', { what: 'the pieces' });
    expect(session.snapshot().isTyping).toBe(true);
    server.say('Good morning', { responseId: 'response', part: 0 });
    await shows('Good morning');
    expect(session.snapshot()).toMatchObject({ writing: null, isTyping: false });
    server.stream({ sequence: 3, delta: 'ing', at: 9 });
    server.say('How are you?', { responseId: 'response', part: 1 });
    await shows('Good morning', 'How are you?');
    expect(session.snapshot()).toMatchObject({ writing: null, isTyping: false });
  });

  it('shows nothing of an answer whose beginning it has not heard', async () => {
    await session.open();
    server.stream({ sequence: 4, delta: 'world', at: 6 });
    await waitFor(() => session.snapshot().isTyping, { what: 'the piece' });
    expect(session.snapshot().writing?.text).toBeNull();
    server.say('Hello world', { responseId: 'response' });
    await shows('Hello world');
  });

  it('says when the token does not hold, and goes on with one that does', async () => {
    await session.open();
    server.token = 'another';
    server.dismiss();
    await waitFor(() => client.socket.status === 'refused', { what: 'the refusal' });
    await expect(session.send('Hello')).rejects.toMatchObject({ code: 'unauthenticated' });
    server.token = FAKE_TOKEN;
    client.socket.connect();
    await isBack();
    server.say('Welcome back');
    await waitFor(() => texts().includes('Welcome back'), { what: 'to hear again' });
  });

  it('fetches a fresh token when the one it has is over, and refuses when that is no better', async () => {
    await session.open();
    const tokens = [FAKE_TOKEN, 'over'];
    const renewing = new SecretaryClient({ url: server.url, token: () => tokens.pop() ?? 'over' });
    server.refusal = 'auth.expired';
    const leave = await renewing.socket.join(CONVERSATION);
    leave();
    expect(tokens).toEqual([]);
    server.dismiss();
    await waitFor(() => renewing.socket.status === 'refused', { what: 'the refusal' });
    const sent = renewing.socket.send({ conversationId: CONVERSATION, content: 'Hello' });
    await expect(sent).rejects.toMatchObject({ code: 'auth.expired', isExpired: true });
    renewing.close();
  });

  it('says when the conversation is none of this person’s', async () => {
    const foreign = client.session('01900000-0000-7000-8000-000000000002');
    await expect(foreign.open()).rejects.toMatchObject({ code: 'conversation.not-found' });
    foreign.close();
  });
});
