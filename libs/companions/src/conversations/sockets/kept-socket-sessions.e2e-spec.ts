import { newId } from '#kernel';
import { waitFor } from '#testing';

import { ChatStage } from '../../../testing/chat-stage.js';
import { KeptSocketSessions } from './kept-socket-sessions.service.js';

describe('where sockets were', () => {
  let stage: ChatStage;
  let sessions: KeptSocketSessions;

  beforeAll(async () => {
    stage = await ChatStage.open();
    sessions = stage.app.app.get(KeptSocketSessions, { strict: false });
  });

  afterAll(async () => {
    await stage.close();
  });

  /** As messaging leaves it behind: the tests of merges are there. */
  async function merge(winner: string, loser: string): Promise<void> {
    await stage.query('UPDATE contacts SET merged_into = $1 WHERE id = $2', [winner, loser]);
    for (const table of ['chats', 'conversations', 'socket_sessions']) {
      await stage.query(`UPDATE ${table} SET contact_id = $1 WHERE contact_id = $2`, [winner, loser]);
    }
  }

  it('is kept for the person and for nobody else', async () => {
    const [ana, ben] = [await stage.person(), await stage.person()];
    const [mine, theirs] = [await ana.begin(), await ben.begin()];
    const id = newId();
    await sessions.keep(id, { contactId: mine.userId, chatIds: [mine.id] });
    await sessions.keep(id, { contactId: theirs.userId, chatIds: [theirs.id] });
    expect(await sessions.chatsOf(id, mine.userId)).toEqual([mine.id]);
    expect(await sessions.chatsOf(id, theirs.userId)).toEqual([]);
    expect(await sessions.chatsOf('\u0000', mine.userId)).toEqual([]);
  });

  it('goes with the person when two turn out to be one, also what is kept before the socket has noticed', async () => {
    const [winner, loser] = [await stage.person(), await stage.person()];
    const [mine, theirs] = [await winner.begin(), await loser.begin()];
    const [before, after] = [newId(), newId()];
    await sessions.keep(before, { contactId: theirs.userId, chatIds: [theirs.id] });
    await merge(mine.userId, theirs.userId);
    expect(await sessions.chatsOf(before, mine.userId)).toEqual([theirs.id]);
    await sessions.keep(before, { contactId: theirs.userId, chatIds: [theirs.id, mine.id] });
    await sessions.keep(after, { contactId: theirs.userId, chatIds: [theirs.id] });
    for (const person of [mine.userId, theirs.userId]) {
      expect(await sessions.chatsOf(before, person)).toEqual([theirs.id, mine.id]);
      expect(await sessions.chatsOf(after, person)).toEqual([theirs.id]);
    }
  });

  it('brings the socket of a merged person back into its rooms by itself', async () => {
    const [winner, loser] = [await stage.person(), await stage.person()];
    const [mine, theirs] = [await winner.begin(), await loser.begin()];
    const { socket, heard } = await loser.listen();
    await socket.emitWithAck('conversation:join', { conversationId: theirs.id });
    const session = socket.id;
    await merge(mine.userId, theirs.userId);
    await waitFor(() => socket.connected && socket.id !== session, { what: 'it to come back', timeoutMs: 15_000 });
    const before = heard.length;
    await winner.say(theirs.id, 'we are one');
    await waitFor(
      () => heard.slice(before).some(({ payload }) => (payload as { content?: string }).content === 'we are one'),
      { what: 'what is said in its room', timeoutMs: 15_000 },
    );
  }, 60_000);

  it('is seen again while the socket is there', async () => {
    const ana = await stage.person();
    const { id: chatId, userId } = await ana.begin();
    const id = newId();
    await sessions.keep(id, { contactId: userId, chatIds: [chatId] });
    const longAgo = new Date(0);
    await stage.query('UPDATE socket_sessions SET seen_at = $2 WHERE id = $1', [id, longAgo]);
    await sessions.renew([id, newId()]);
    const [row] = await stage.query<{ seen_at: Date }>('SELECT seen_at FROM socket_sessions WHERE id = $1', [id]);
    expect(row?.seen_at.getTime()).toBeGreaterThan(longAgo.getTime());
  });
});
