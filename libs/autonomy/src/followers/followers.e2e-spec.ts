import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { MergeFollowers, RevocationFollowers } from '#messaging';

import { GroupStage, type StagedGroup } from '../../testing/group-stage.js';
import { DEFAULT_AUTONOMY_SETTINGS } from '../engine/autonomy-settings.js';
import { GroupState } from '../engine/group-state.js';
import { track } from '../engine/track.js';
import { SharedPatterns } from '../patterns/shared-patterns.service.js';

const DAY = 86_400;
const NOON = 12;

describe('what is known of groups', () => {
  let stage: GroupStage;

  beforeAll(async () => {
    stage = await GroupStage.open();
  }, 60_000);
  afterAll(() => stage.close());

  interface Row {
    readonly bots: readonly string[];
    readonly state: Buffer | null;
    readonly seen_at: Date;
    readonly mood: string;
  }

  async function rowOf({ chatId }: StagedGroup): Promise<Row> {
    const [row] = await stage.query<Row>('SELECT * FROM autonomy_groups WHERE chat_id = $1', [chatId]);
    if (!row) throw new Error('there is no such group');
    return row;
  }

  it('keeps a program one when its two numbers turn out to be one contact', async () => {
    const [group, other] = [await stage.group(), await stage.group()];
    const [from, into, third] = [newId(), newId(), newId()];
    await stage.query('UPDATE autonomy_groups SET bots = $2 WHERE chat_id = $1', [group.chatId, [from, third, into]]);
    await stage.query('UPDATE autonomy_groups SET bots = $2 WHERE chat_id = $1', [other.chatId, [third]]);
    await stage.part(DataSource).transaction((manager) => stage.part(MergeFollowers).contacts(manager, { from, into }));
    expect((await rowOf(group)).bots).toEqual([third, into]);
    expect((await rowOf(other)).bots).toEqual([third]);
  });

  it('is gone with all that was said there, but for what the operator set', async () => {
    const [group, other] = [await stage.group(), await stage.group()];
    for (const { chatId } of [group, other]) {
      await stage.query('UPDATE autonomy_groups SET state = $2 WHERE chat_id = $1', [chatId, learned()]);
      await stage.query(
        `INSERT INTO autonomy_decisions (chat_id, slot, id, number, at, trigger, engine, mood, score, reasons, signals, status)
         VALUES ($1, 0, $2, 1, now(), 'message', 'v2', 'bubbly', 0, '[]', '{}', 'none')`,
        [chatId, newId()],
      );
    }
    await stage.part(DataSource).transaction((manager) => stage.part(RevocationFollowers).chat(manager, group.chatId));
    expect(await rowOf(group)).toMatchObject({ state: null, seen_at: stage.clock.now(), mood: 'bubbly' });
    expect((await rowOf(other)).state).not.toBeNull();
    const left = await stage.query<{ chat_id: string }>('SELECT chat_id FROM autonomy_decisions');
    expect(left).toEqual([{ chat_id: other.chatId }]);
  });

  it('is averaged over those that agreed, and over no fewer than five', async () => {
    const patterns = stage.part(SharedPatterns);
    const groups = await Promise.all(Array.from({ length: 7 }, () => stage.group()));
    const share = async (count: number, shares = true) =>
      stage.query('UPDATE autonomy_groups SET state = $2, share_pattern = $3 WHERE chat_id = ANY($1)', [
        ...[groups.slice(0, count).map(({ chatId }) => chatId), learned(), shares],
      ]);
    await share(4);
    expect([await patterns.make(), await patterns.current()]).toEqual([0, null]);
    await share(6);
    expect(await patterns.make()).toBe(6);
    const { hours, weekdays } = (await patterns.current()) ?? { hours: [], weekdays: [] };
    expect([hours[NOON], weekdays.length]).toEqual([1, 7]);
    await share(2, false);
    expect([await patterns.make(), await patterns.current()]).toEqual([0, null]);
    expect(await stage.query('SELECT * FROM autonomy_shared_pattern')).toEqual([]);
  });

  /** A group that was written in at noon of four days. */
  function learned(): Buffer {
    const state = GroupState.empty();
    const settings = { ...DEFAULT_AUTONOMY_SETTINGS, utcOffset: 0 };
    for (let index = 0; index < 120; index += 1) {
      const at = (20_000 + Math.floor(index / 30)) * DAY + NOON * 3_600 + index;
      track(state, { kind: 'message', member: 7, at }, settings);
    }
    return Buffer.from(state.bytes());
  }
});
