import { DataSource } from 'typeorm';

import { Clock, newId } from '#kernel';
import { MergeFollowers } from '#messaging';
import { waitFor } from '#testing';

import { TalkStage, type Line } from '../../testing/talk-stage.js';
import { MemoryForgetting } from '../facts/memory-forgetting.service.js';
import { Relationships } from '../relationship/relationships.service.js';
import { MemorySummaries, type NewSummary } from './memory-summaries.service.js';

const MINUTE_MS = 60_000;
const START = Date.now() - 30 * 24 * 60 * MINUTE_MS;

/** `count` lines from the `from`th on, a minute apart. */
function lines(from: number, count: number): Line[] {
  return Array.from({ length: count }, (_, place) => ({
    text: `I love the old castle of Town${from + place}, thank you`,
    at: new Date(START + (from + place) * MINUTE_MS),
  }));
}

describe('a summary of what was forgotten meanwhile', () => {
  let stage: TalkStage;
  beforeAll(async () => {
    stage = await TalkStage.open();
  });
  afterAll(() => stage.close());

  it.each(['private', 'a group'])(
    'is not kept when a message of it was forgotten while it was written in %s',
    async (where) => {
      const [line, id] = [lines(0, 1)[0]!, newId()];
      const talk = await stage.talk('34622000010', [line]);
      const { characterId, contactId } = talk.owner;
      const group = await stage.groupTalk('120363000000000010', [{ ...line, by: '34622000010' }]);
      const [chatId, inPrivate] = where === 'private' ? [talk.chatId, true] : [group, false];
      const summary: NewSummary = {
        ...{ characterId, contactId: inPrivate ? contactId : null, speakerIds: inPrivate ? [] : [contactId], chatId },
        ...{ subjectId: contactId, messageIds: [newId(), id], text: 'late', language: null, model: 'extract' },
        ...{ importance: 1, messageCount: 2, firstMessageAt: line.at, lastMessageAt: line.at, supersedesId: null },
      };
      const add = () =>
        stage.part(DataSource).transaction((manager) => stage.part(MemorySummaries).add(manager, summary));
      const kept = () => stage.part(MemorySummaries).latest(characterId, chatId);

      const values = [characterId, contactId, id];
      await stage.rows(
        'INSERT INTO memory_forgotten (character_id, contact_id, message_id) VALUES ($1, $2, $3)',
        values,
      );
      await add();
      expect(await kept()).toBeNull();
      await stage.rows(
        'DELETE FROM memory_forgotten WHERE character_id = $1 AND contact_id = $2 AND message_id = $3',
        values,
      );
      await add();
      expect(await kept()).toMatchObject({ text: 'late' });
    },
  );

  it('waits for a speaker of the group who is asking for everything to be forgotten', async () => {
    const at = new Date(START);
    const { owner } = await stage.talk('34622000011', [{ text: 'hello', at }]);
    const chatId = await stage.groupTalk('120363000000000011', [{ text: 'hello', at, by: '34622000011' }]);
    const { characterId, contactId } = owner;
    const summary: NewSummary = {
      ...{ characterId, contactId: null, speakerIds: [contactId], chatId, subjectId: chatId, messageIds: [] },
      ...{ text: 'late', language: null, model: 'extract', importance: 1, messageCount: 1, supersedesId: null },
      ...{ firstMessageAt: at, lastMessageAt: at },
    };
    const dataSource = stage.part(DataSource);
    let adding = Promise.resolve();
    await dataSource.transaction(async (forgetting) => {
      await stage.part(MemoryForgetting).forgetAll(owner, new Date(), forgetting);
      adding = dataSource.transaction((manager) => stage.part(MemorySummaries).add(manager, summary));
      const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      await waitFor(async () => (await stage.rows(waiting)).length > 0, { what: 'the summary to wait' });
    });
    await adding;
    expect(await stage.part(MemorySummaries).latest(characterId, chatId)).toBeNull();
  });

  it('goes, with how they stood, when the other address of the person asked for everything to be forgotten', async () => {
    const [one, other] = [
      await stage.talk('34622000012', lines(0, 1)),
      await stage.talk('34622000013', lines(100, 70)),
    ];
    await stage.absorb(other.chatId, ['summarise', 'relate']);
    const latest = () => stage.part(MemorySummaries).latest(other.owner.characterId, other.chatId);
    const standing = () => stage.part(Relationships).of(one.owner.characterId, one.owner.contactId);
    const merge = { from: other.owner.contactId, into: one.owner.contactId };
    expect(await latest()).not.toBeNull();
    expect(await stage.part(Relationships).of(other.owner.characterId, merge.from)).not.toBeNull();
    await stage.part(MemoryForgetting).forgetAll(one.owner, stage.part(Clock).now());
    await stage.part(DataSource).transaction((manager) => stage.part(MergeFollowers).contacts(manager, merge));
    expect(await latest()).toBeNull();
    expect(await standing()).toBeNull();
    expect(await stage.rows('SELECT 1 FROM emotional_states WHERE contact_id = $1', [merge.into])).toEqual([]);
  });
});
