import { ChatArchiver } from '#conversations';
import { newId } from '#kernel';
import { FieldCipher } from '#security';

import { SMALL_TALK, SMALL_TALK_QUESTIONS } from '../../testing/small-talk.js';
import { TalkStage, type Line, type Talk } from '../../testing/talk-stage.js';
import { ChatIndexes } from './index/chat-indexes.service.js';
import { MemoryRetrieval } from './memory-retrieval.service.js';
import type { MemorySearch, RetrievedMemory } from './retrieved-memory.js';

const NOW = new Date('2026-01-10T12:00:00Z');
const LINES: readonly Line[] = SMALL_TALK.map(({ by, text, at }) => ({ by, text, at }));

describe('MemoryRetrieval', () => {
  let stage: TalkStage;
  let phones = 0;

  beforeAll(async () => {
    stage = await TalkStage.open();
  });

  afterAll(() => stage.close());

  async function talk(lines: readonly Line[] = LINES): Promise<Talk> {
    phones += 1;
    const made = await stage.talk(`346000${String(phones).padStart(5, '0')}`, lines);
    await stage.absorb(made.chatId, ['index']);
    return made;
  }

  function search({ owner }: Talk, text: string, options: Partial<MemorySearch> = {}): Promise<RetrievedMemory[]> {
    return stage.part(MemoryRetrieval).search({ ...owner, text, now: NOW, limit: 5, kinds: ['turn'], ...options });
  }

  async function messageId({ chatId }: Talk, at: Date): Promise<string> {
    const [row] = await stage.rows<{ id: string }>('SELECT id FROM messages WHERE chat_id = $1 AND sent_at = $2', [
      chatId,
      at,
    ]);
    return row?.id ?? '';
  }

  function lineOf(id: string): (typeof SMALL_TALK)[number] {
    const line = SMALL_TALK.find((candidate) => candidate.id === id);
    if (!line) throw new Error(`no line ${id}`);
    return line;
  }

  it('finds nothing in chats that are not theirs, not even what they told in private', async () => {
    const [ana, eva] = [await talk(), await talk()];
    await stage.absorb(ana.chatId, ['extract']);
    const anything = { kinds: ['turn', 'fact'] as const, limit: 50 };
    const text = 'What do we know of the dog, the work and the family?';
    expect((await search(ana, text, anything)).some(({ kind }) => kind === 'fact')).toBe(true);
    for (const chatId of [eva.chatId, newId()]) {
      expect(await search(ana, text, { ...anything, chatIds: [chatId] })).toEqual([]);
    }
  });

  it('finds in the program what answers a question, and says why', async () => {
    const ana = await talk();
    for (const { text, evidence } of SMALL_TALK_QUESTIONS) {
      const found = await search(ana, text);
      expect([text, found.map((memory) => memory.text)]).toEqual([
        text,
        expect.arrayContaining([lineOf(evidence).text]),
      ]);
    }
    const [first] = await search(ana, 'When did Ana bury the beagle Bruno?');
    expect(first).toMatchObject({ kind: 'turn', chatId: ana.chatId, author: 'contact', senderName: 'Ana' });
    expect(first?.reasons).toContain('said by whom it is about');
    expect(first?.relevance).toBeGreaterThan(0.3);
  });

  it('keeps within a budget of tokens', async () => {
    const ana = await talk();
    const found = await search(ana, 'What about the children?', { limit: 50, tokenBudget: 100 });
    expect(found.length).toBeGreaterThan(1);
    expect(found.reduce((sum, { text }) => sum + text.length / 4, 0)).toBeLessThanOrEqual(100);
  });

  it('stores no word', async () => {
    const ana = await talk();
    const rows = await stage.rows<{ features: Buffer }>('SELECT features FROM memory_turns WHERE chat_id = $1', [
      ana.chatId,
    ]);
    expect(rows.length).toBe(SMALL_TALK.length);
    for (const { features } of rows) expect(features.toString('latin1')).not.toMatch(/bakery|beagle|clarinet/i);
  });

  it('takes the same in again without a trace', async () => {
    const ana = await talk();
    const rows = () =>
      stage.rows('SELECT message_id, position FROM memory_turns WHERE chat_id = $1 ORDER BY 1', [ana.chatId]);
    const before = await rows();
    await stage.rows('DELETE FROM memory_absorptions WHERE chat_id = $1', [ana.chatId]);
    await stage.absorb(ana.chatId, ['index']);
    expect(await rows()).toEqual(before);
  });

  it('never tells what was taken back, and drops it', async () => {
    const ana = await talk();
    const { text, at } = lineOf('4:5');
    expect((await search(ana, 'clarinet'))[0]?.text).toBe(text);
    const id = await messageId(ana, at);
    await stage.rows('UPDATE messages SET revoked_at = now(), body = NULL WHERE id = $1', [id]);
    expect((await search(ana, 'clarinet')).map((memory) => memory.id)).not.toContain(id);
    expect(await stage.rows('SELECT 1 FROM memory_turns WHERE message_id = $1', [id])).toEqual([]);
  });

  it('never tells what is gone', async () => {
    const ana = await talk();
    const id = await messageId(ana, lineOf('4:5').at);
    await stage.rows('DELETE FROM messages WHERE id = $1', [id]);
    expect((await search(ana, 'clarinet')).map((memory) => memory.id)).not.toContain(id);
  });

  it('never tells what was asked to be forgotten', async () => {
    const ana = await talk();
    const id = await messageId(ana, lineOf('4:5').at);
    await stage.rows('INSERT INTO memory_forgotten (character_id, contact_id, message_id) VALUES ($1, $2, $3)', [
      ana.owner.characterId,
      ana.owner.contactId,
      id,
    ]);
    expect((await search(ana, 'clarinet')).map((memory) => memory.id)).not.toContain(id);
    await stage.rows(
      `INSERT INTO memory_revisions (character_id, contact_id, revision, forgotten_until) VALUES ($1, $2, 1, $3)
       ON CONFLICT ON CONSTRAINT memory_revisions_pk DO UPDATE SET forgotten_until = excluded.forgotten_until`,
      [ana.owner.characterId, ana.owner.contactId, lineOf('5:10').at],
    );
    const left = await search(ana, 'bakery, van, Bruno, school, furgoneta', { limit: 60 });
    expect(left.length).toBeGreaterThan(0);
    expect(left.every(({ at }) => at > lineOf('5:10').at)).toBe(true);
  });

  it('leaves out in a group what its speaker asked to be forgotten, whoever asks, and nothing else', async () => {
    const at = (minute: number): Date => new Date(Date.parse('2026-01-02T12:00:00Z') + minute * 60_000);
    const [ana, eva] = [await talk([{ text: 'Hi', at: at(0) }]), await talk([{ text: 'Hi', at: at(0) }])];
    const [phoneOfAna, phoneOfEva] = [phones - 1, phones].map((phone) => `346000${String(phone).padStart(5, '0')}`);
    const chatId = await stage.groupTalk('120363000000000031', [
      { text: 'My canary sings in the kitchen', at: at(1), by: phoneOfAna! },
      { text: 'My canary sings in the garden', at: at(2), by: phoneOfEva! },
      { text: 'My canary sings in the bath', at: at(3), by: phoneOfEva! },
    ]);
    await stage.absorb(chatId, ['index']);
    const heard = async (asker: Talk) => {
      const found = await search(asker, 'Where does the canary sing?', { chatIds: [chatId], limit: 10 });
      return found.map(({ text }) => text.split(' ').at(-1)).toSorted();
    };
    const { characterId, contactId } = eva.owner;
    await stage.rows('INSERT INTO memory_forgotten (character_id, contact_id, message_id) VALUES ($1, $2, $3)', [
      ...[characterId, contactId, await messageId({ ...eva, chatId }, at(2))],
    ]);
    expect([await heard(ana), await heard(eva)]).toEqual([
      ['bath', 'kitchen'],
      ['bath', 'kitchen'],
    ]);
    await stage.rows(
      `INSERT INTO memory_revisions (character_id, contact_id, revision, forgotten_until) VALUES ($1, $2, 1, $3)
       ON CONFLICT ON CONSTRAINT memory_revisions_pk DO UPDATE SET forgotten_until = excluded.forgotten_until`,
      [characterId, contactId, at(3)],
    );
    expect([await heard(ana), await heard(eva)]).toEqual([['kitchen'], ['kitchen']]);
  });

  it('tells what was edited as it reads now, and finds it by its new words', async () => {
    const ana = await talk();
    const id = await messageId(ana, lineOf('4:5').at);
    const [row] = await stage.rows<{ subject_id: string }>('SELECT subject_id FROM messages WHERE id = $1', [id]);
    const body = await stage
      .part(FieldCipher)
      .seal(row?.subject_id ?? '', { table: 'messages', column: 'body', rowId: id }, 'I learn the xylophone.');
    await stage.rows('UPDATE messages SET body = $2, edited_at = now() WHERE id = $1', [id, body]);
    expect((await search(ana, 'clarinet'))[0]?.text).toBe('I learn the xylophone.');
    const [found] = await search(ana, 'xylophone');
    expect(found?.id).toBe(id);
    expect(await search(ana, 'goalkeeper xylophone', { limit: 60 })).toHaveLength(
      new Set((await search(ana, 'goalkeeper xylophone', { limit: 60 })).map((memory) => memory.id)).size,
    );
  });

  it('finds what was put away', async () => {
    const ana = await talk();
    await stage.part(ChatArchiver).archive(ana.chatId, {
      ...{ reason: null, requestedBy: 'test', taskId: null, codec: 'brotli' },
    });
    expect(await stage.rows('SELECT 1 FROM messages WHERE chat_id = $1', [ana.chatId])).toEqual([]);
    expect((await search(ana, 'clarinet'))[0]?.text).toBe(lineOf('4:5').text);
  });

  it('finds at once what another process has indexed, whatever its order', async () => {
    const ana = await talk(LINES.slice(0, 20));
    expect(await search(ana, 'clarinet')).toEqual([]);
    // Another process would write the same rows: this one only reads them.
    await stage.talk(`346000${String(phones).padStart(5, '0')}`, LINES.slice(30));
    await stage.absorb(ana.chatId, ['index']);
    expect((await search(ana, 'clarinet'))[0]?.text).toBe(lineOf('4:5').text);
    await stage.talk(`346000${String(phones).padStart(5, '0')}`, LINES.slice(20, 30));
    await stage.absorb(ana.chatId, ['index']);
    expect((await search(ana, 'gearbox'))[0]?.text).toBe(lineOf('3:8').text);
    expect((await search(ana, 'clarinet'))[0]?.text).toBe(lineOf('4:5').text);
  });

  it('brings turns along when two chats become one', async () => {
    const ana = await talk(LINES.slice(0, 30));
    const other = await talk(LINES.slice(30));
    const { MergeFollowers } = await import('#messaging');
    const { DataSource } = await import('typeorm');
    await search(ana, 'clarinet');
    await stage.part(DataSource).transaction(async (manager) => {
      await stage.part(MergeFollowers).chats(manager, { from: other.chatId, into: ana.chatId });
      await manager.query('UPDATE messages SET chat_id = $2 WHERE chat_id = $1', [other.chatId, ana.chatId]);
    });
    expect((await search(ana, 'clarinet'))[0]?.text).toBe(lineOf('4:5').text);
    expect(await search(other, 'clarinet')).toEqual([]);
  });

  it('holds no more in memory than it may', async () => {
    const small = await TalkStage.open({ env: { MEMORY_INDEX_BYTES: '1048576' } });
    try {
      const many = Array.from({ length: 400 }, (_, place) => ({
        text: Array.from({ length: 12 }, (_word, word) => `word${(place * 12 + word) % 2_000}`).join(' '),
        at: new Date(Date.parse('2025-01-01') + place * 60_000),
      }));
      for (let person = 0; person < 6; person += 1) {
        const { chatId, owner } = await small.talk(`3461000000${person}`, many);
        await small.absorb(chatId, ['index']);
        const found = await small
          .part(MemoryRetrieval)
          .search({ ...owner, text: 'word100', now: NOW, limit: 3, kinds: ['turn'] });
        expect(found[0]?.text).toContain('word100');
      }
      const indexes = small.part(ChatIndexes);
      expect(indexes.bytes).toBeGreaterThan(0);
      expect(indexes.bytes).toBeLessThanOrEqual(1_048_576);
      expect(indexes.chats).toBeLessThan(6);
    } finally {
      await small.close();
    }
  });

  it('ends when it is asked to', async () => {
    const ana = await talk();
    await expect(search(ana, 'clarinet', { signal: AbortSignal.abort() })).rejects.toThrow();
  });
});
