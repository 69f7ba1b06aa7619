import { DataSource } from 'typeorm';

import { AutonomyConfig } from '#config';
import { AppError, newId } from '#kernel';
import type { CompletionRequest } from '#llm';
import { ScriptedModel, type ScriptedAnswer } from '#llm/testing';

import { GroupStage, type StagedGroup } from '../../testing/group-stage.js';
import type { Action } from '../engine/action.js';
import { FeedShelf } from '../feeds/feed-shelf.service.js';
import { SharedItems } from '../feeds/shared-items.service.js';
import { MOODS } from '../moods/moods.js';
import { MemberIds } from '../observing/member-ids.service.js';
import { GroupScenes } from './group-scenes.service.js';
import { GroupVoice } from './group-voice.service.js';
import { GroupWriter } from './group-writer.service.js';
import { SHIPPED_LINES } from './lines/shipped-lines.js';
import type { VoiceAnswer } from './voice-request.js';

const GOOD = 'The hedgehog is clearly the better choice!';
const BAD = 'Look at https://example.org';

interface Asked {
  readonly action?: Action;
  readonly member?: number | null;
  readonly signal?: AbortSignal;
}

describe('the words for a group', () => {
  let stage: GroupStage;

  beforeAll(async () => {
    stage = await GroupStage.open();
  }, 60_000);
  afterAll(() => stage.close());

  async function write(
    { chatId }: StagedGroup,
    script: readonly ScriptedAnswer[],
    { action = 'join_conversation', member = null, signal = new AbortController().signal }: Asked = {},
  ): Promise<{ answer: VoiceAnswer; requests: readonly CompletionRequest[] }> {
    const model = new ScriptedModel(script);
    const voice = new GroupVoice(stage.part(GroupScenes), new GroupWriter(model), stage.part(AutonomyConfig));
    const request = { decisionId: newId(), chatId, action, mood: MOODS.bubbly, member, now: stage.clock.now() };
    return { answer: await voice.write(request, signal), requests: model.requests };
  }

  async function talkOf(...texts: string[]): Promise<StagedGroup> {
    const group = await stage.group();
    for (const [who, text] of texts.entries()) {
      await stage.say(group, who, { text, at: stage.secondsAgo(60 - who) });
    }
    return group;
  }

  const shown = (requests: readonly CompletionRequest[]): string => JSON.stringify(requests);

  it('are what the model says, of the talk of this group alone', async () => {
    const [group, other] = [await talkOf('shall we have a cat or a dog'), await talkOf('canary of the others')];
    const { answer, requests } = await write(group, [GOOD]);
    expect(answer).toMatchObject({ kind: 'say', text: GOOD, source: 'model', itemId: null });
    expect(shown(requests)).toContain('shall we have a cat or a dog');
    expect(shown(requests)).not.toContain('canary');
    expect(shown((await write(other, [GOOD])).requests)).not.toContain('a cat or a dog');
  });

  it('are made without what was taken back, and without what somebody asked to forget', async () => {
    const group = await talkOf('first', 'canary taken back', 'canary forgotten', 'last');
    const ids = await stage.query<{ id: string }>('SELECT id FROM messages WHERE chat_id = $1 ORDER BY sent_at', [
      group.chatId,
    ]);
    await stage.query('UPDATE messages SET revoked_at = now() WHERE id = $1', [ids[1]?.id]);
    const { answer } = await write(group, [GOOD]);
    const characterId = answer.kind === 'say' ? answer.characterId : '';
    await stage.query(
      'INSERT INTO memory_forgotten (character_id, contact_id, message_id) SELECT $1, sender_id, id FROM messages WHERE id = $2',
      [characterId, ids[2]?.id],
    );
    const { requests } = await write(group, [GOOD]);
    expect(shown(requests)).toContain('first');
    expect(shown(requests)).toContain('last');
    expect(shown(requests)).not.toContain('canary');
  });

  it.each<[string, ScriptedAnswer[], number, 'model' | 'line']>([
    ['a second try, when the first is not to be sent', [BAD, GOOD], 2, 'model'],
    ['a shipped line, when the second is not either', [BAD, BAD, GOOD], 2, 'line'],
    ['a shipped line, when it refuses', [{ text: 'no', stopReason: 'refusal' }], 2, 'line'],
    ['a shipped line, when it is down', [new AppError('llm.unavailable', 'down')], 1, 'line'],
    ['a shipped line, when it was the offline one in the end', [{ text: GOOD, model: 'offline' }], 1, 'line'],
  ])('are %s', async (_, script, calls, source) => {
    const { answer, requests } = await write(await talkOf('what is this about'), script);
    expect(requests).toHaveLength(calls);
    expect(answer).toMatchObject({ kind: 'say', source });
    const text = answer.kind === 'say' ? answer.text : '';
    expect(source === 'model' ? [GOOD] : SHIPPED_LINES.en.join_conversation).toContain(text);
  });

  it('are none where somebody is in danger', async () => {
    const group = await talkOf('I want to kill myself', ...Array.from({ length: 18 }, (_, n) => `well, number ${n}`));
    const { answer, requests } = await write(group, [GOOD]);
    expect(answer).toEqual({ kind: 'nothing', reason: 'danger' });
    expect(requests).toEqual([]);
  });

  it('are none in a language that no line is in', async () => {
    const { answer } = await write(await talkOf('Привет всем, как у вас дела сегодня?'), [
      new AppError('llm.unavailable', ''),
    ]);
    expect(answer).toEqual({ kind: 'nothing', reason: 'no-words' });
  });

  it('are not waited for when there is no time left', async () => {
    const signal = AbortSignal.abort(new Error('over'));
    await expect(write(await talkOf('hello'), [GOOD], { signal })).rejects.toThrow('over');
  });

  it('welcome whoever the decision is about, by name', async () => {
    const group = await talkOf('hello there, how are you all');
    const [, , eva = ''] = group.members;
    await stage.query(`UPDATE contacts SET name = 'Eva Luna' WHERE id = $1`, [eva]);
    await stage.query(
      'INSERT INTO chat_members (chat_id, contact_id, present, joined_at, changed_at) VALUES ($1, $2, true, $3, $3)',
      [group.chatId, eva, stage.secondsAgo(60)],
    );
    const member = stage.part(MemberIds).of(group.chatId, eva);
    const { answer, requests } = await write(group, [BAD], { action: 'engage_user', member });
    expect(answer).toMatchObject({ text: expect.stringContaining('Eva') as string });
    expect(shown(requests)).toContain('has just come into the group');
  });

  describe('that share something', () => {
    let itemId: string;

    beforeAll(async () => {
      const feedId = newId();
      itemId = newId();
      const now = stage.clock.now();
      await stage.query(
        `INSERT INTO autonomy_feeds (id, url, kind, created_at) VALUES ($1, 'https://feed.example/', 'feed', $2)`,
        [feedId, now],
      );
      await stage.query(
        `INSERT INTO autonomy_feed_items (id, feed_id, key, title, url, found_at)
         VALUES ($1, $2, 'a', 'Hedgehogs are back', 'https://news.example/hedgehogs', $3)`,
        [itemId, feedId, now],
      );
    });

    it('end with its address, which the model never writes', async () => {
      const { answer, requests } = await write(await talkOf('hello'), [GOOD], { action: 'share_content' });
      expect(answer).toMatchObject({ text: `${GOOD}\nhttps://news.example/hedgehogs`, itemId, source: 'model' });
      expect(shown(requests)).toContain('Hedgehogs are back');
      expect(shown(requests)).not.toContain('news.example');
    });

    it('are said once in a group, whatever other groups have heard', async () => {
      const [group, other] = [await talkOf('hello'), await talkOf('hello')];
      const { manager } = stage.part(DataSource);
      for (let times = 0; times < 2; times += 1) {
        await stage.part(SharedItems).note(manager, group.chatId, itemId, stage.clock.now());
      }
      const has = (chatId: string) => stage.part(FeedShelf).has(manager, chatId);
      expect([await has(group.chatId), await has(other.chatId)]).toEqual([false, true]);
      const { answer } = await write(group, [GOOD], { action: 'share_content' });
      expect(answer).toEqual({ kind: 'nothing', reason: 'nothing-to-share' });
    });
  });
});
