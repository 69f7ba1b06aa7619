import { jest } from '@jest/globals';
import fc from 'fast-check';

import { AgentRouter } from '#agents';
import { waitFor } from '#testing';

import { MessagingStage } from '../../testing/messaging-stage.js';
import { TurnModel, type HeldTurn } from '../../testing/turn-model.js';
import { MessageReader } from '../messages/message-reader.service.js';
import { MOST_REMAKES } from './remake-policy.js';
import type { TurnDecision } from './turn-context.js';
import type { ClaimedTurn } from './claimed-turn.js';
import { TurnDesk, type AnswerOutcome } from './turn-desk.service.js';
import { TurnRouting } from './turn-routing.service.js';

const AGENT = 'nobody';
const ANSWER: TurnDecision = { kind: 'answer', agent: AGENT };

describe('an answer whose person writes on', () => {
  let stage: MessagingStage;
  let desk: TurnDesk;
  let phones = 0;

  beforeAll(async () => {
    stage = await MessagingStage.open({ BURST_QUIET_MS: '0', BURST_MAX_MS: '0' });
    desk = stage.part(TurnDesk);
    // No job is queued: the test alone routes and answers.
    jest.spyOn(stage.part(AgentRouter), 'dispatchMany').mockResolvedValue();
  });

  afterAll(() => stage.close());

  /** Somebody who has said one thing, in a chat of their own. */
  async function newTalk(suffix = 'c.us') {
    const from = `346000003${String((phones += 1)).padStart(3, '0')}@${suffix}`;
    const sender = { id: suffix === 'g.us' ? '34600000001@c.us' : from };
    const say = (text: string) => stage.say({ from, sender, text });
    await say('first');
    const { id: chatId } = await stage.row<{ id: string }>('SELECT id FROM chats WHERE external_id = $1', [from]);
    const route = async (decision = ANSWER) => {
      await stage.rows(
        `UPDATE chats SET turn_due_at = now() - interval '1 second' WHERE id = $1 AND turn_due_at IS NOT NULL`,
        [chatId],
      );
      return stage.part(TurnRouting).route(chatId, () => decision);
    };
    const claim = () => desk.claim(AGENT, chatId);
    const known = async (turn: ClaimedTurn) =>
      (await stage.part(MessageReader).conversationOf(turn.id, chatId, 50)).asked.map(({ text }) => text);
    const turns = () =>
      stage.rows<{ state: string }>('SELECT state FROM turns WHERE chat_id = $1 ORDER BY position', [chatId]);
    return { chatId, say, route, claim, known, turns };
  }

  async function claimed(claim: () => Promise<ClaimedTurn | undefined>): Promise<ClaimedTurn> {
    const turn = await claim();
    if (!turn) throw new Error('there is nothing to claim');
    return turn;
  }

  const answer = (turn: ClaimedTurn, text = 'an answer') => desk.answer(turn, { texts: [text], defaultMode: 'draft' });

  it('is put away, and made anew for all of it', async () => {
    const { say, route, claim, known, turns } = await newTalk();
    await route();
    const turn = await claimed(claim);
    await say('second');
    expect(await answer(turn)).toBe('superseded');
    // What they write is not over yet: nothing is begun that would be put away again.
    expect(await claim()).toBeUndefined();
    expect(await route()).toMatchObject({ kind: 'done', turnId: turn.id, wakes: AGENT });
    const again = await claimed(claim);
    expect(again).toMatchObject({ id: turn.id, revision: 1, attempts: 2 });
    expect(await known(again)).toEqual(['first', 'second']);
    expect(await answer(turn)).toBe('superseded');
    expect(await answer(again)).toBe('answered');
    expect(await turns()).toEqual([{ state: 'answered' }]);
  });

  it('is not sent without what has joined its turn, and the turn is not ended without it', async () => {
    const { say, route, claim, turns } = await newTalk();
    await route();
    const turn = await claimed(claim);
    await say('second');
    await route();
    expect(await answer(turn)).toBe('superseded');
    await desk.silence(turn, 'refused');
    expect(await turns()).toEqual([{ state: 'pending' }]);
    expect(await answer(await claimed(claim))).toBe('answered');
  });

  it('is not given away by who had it before', async () => {
    const { say, route, claim } = await newTalk();
    await route();
    const before = await claimed(claim);
    await say('second');
    await route();
    const now = await claimed(claim);
    expect(await answer(before)).toBe('superseded');
    await desk.postpone(before, 0);
    await desk.release(before);
    expect(await claim()).toBeUndefined();
    expect(await answer(now)).toBe('answered');
  });

  it('goes out after some remakes, and the rest is the next turn', async () => {
    const { say, route, claim, turns } = await newTalk();
    await route();
    for (let remakes = 0; remakes < MOST_REMAKES; remakes++) {
      const turn = await claimed(claim);
      await say(`more ${remakes}`);
      expect(await answer(turn)).toBe('superseded');
      await route();
    }
    const turn = await claimed(claim);
    await say('and more');
    expect(await answer(turn)).toBe('answered');
    await route();
    expect(await turns()).toEqual([{ state: 'answered' }, { state: 'pending' }]);
  });

  it('goes out, unchanged, when what was written is not answered', async () => {
    const { say, route, claim, known, turns } = await newTalk();
    await route();
    const turn = await claimed(claim);
    await say('STOP');
    expect(await answer(turn)).toBe('superseded');
    expect(await route({ kind: 'skip', reason: 'opted-out' })).toMatchObject({ wakes: AGENT });
    const again = await claimed(claim);
    expect(again).toMatchObject({ id: turn.id, revision: 0 });
    expect(await known(again)).toEqual(['first']);
    expect(await answer(again)).toBe('answered');
    expect(await turns()).toEqual([{ state: 'answered' }, { state: 'silent' }]);
  });

  it('stays in a group, where others always talk on', async () => {
    const { say, route, claim, turns } = await newTalk('g.us');
    await route();
    const turn = await claimed(claim);
    await say('second');
    expect(await answer(turn)).toBe('answered');
    await route();
    expect(await turns()).toEqual([{ state: 'answered' }, { state: 'pending' }]);
  });

  it('is interrupted while it is made', async () => {
    const { say, route, claim } = await newTalk();
    await route();
    const turn = await claimed(claim);
    let stopped = false;
    await desk.whileClaimed(turn, async (interrupted) => {
      expect(interrupted.aborted).toBe(false);
      await say('second');
      await waitFor(() => interrupted.aborted, { what: 'the interruption' });
      stopped = true;
    });
    expect(stopped).toBe(true);
  });

  it('knows everything, in whatever order things happen', async () => {
    const step = fc.constantFrom('say', 'route', 'claim', 'answer', 'silence', 'late answer');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), fc.boolean(), async (steps, atOnce) => {
        const talk = await newTalk();
        // In order the database does what the model does; at once, only what holds of both in the end.
        const model = atOnce ? undefined : new TurnModel();
        const held: { turn: ClaimedTurn; known: readonly string[]; held: HeldTurn | undefined }[] = [];
        const sent = new Map<string, readonly string[]>();
        const silenced = new Map<string, readonly string[]>();
        let said = 1;
        const take = async () => {
          const turn = await talk.claim();
          const like = model?.claim();
          if (model) expect(turn && [turn.attempts, turn.revision]).toEqual(like && [like.attempts, like.revision]);
          if (turn) held.push({ turn, known: await talk.known(turn), held: like });
          if (model && turn) expect(held.at(-1)?.known).toHaveLength(like?.known.length ?? 0);
        };
        const handIn = async (one: (typeof held)[number] | undefined) => {
          if (!one) return;
          const outcome: AnswerOutcome = await answer(one.turn);
          if (one.held) expect(outcome).toBe(model?.answer(one.held));
          if (outcome !== 'answered') return;
          expect(sent.has(one.turn.id)).toBe(false);
          sent.set(one.turn.id, one.known);
        };
        const act = async (what: string): Promise<unknown> => {
          if (what === 'say') {
            model?.say();
            return talk.say(`message ${(said += 1)}`);
          }
          if (what === 'route') {
            model?.route();
            return talk.route();
          }
          if (what === 'claim') return take();
          if (what === 'answer') return handIn(held.at(-1));
          if (what === 'late answer') return handIn(held.at(0));
          const last = held.at(-1);
          if (!last) return undefined;
          await desk.silence(last.turn, 'refused');
          if (last.held) model?.silence(last.held);
          const [turn] = await stage.rows<{ state: string }>('SELECT state FROM turns WHERE id = $1', [last.turn.id]);
          return turn?.state === 'silent' && silenced.set(last.turn.id, last.known);
        };
        if (atOnce) {
          for (let at = 0; at < steps.length; at += 3) await Promise.all(steps.slice(at, at + 3).map(act));
        } else for (const one of steps) await act(one);
        // Then nobody writes any more, and claims of who went away have run out.
        for (let round = 0; round < 8; round++) {
          await talk.route();
          model?.route();
          await stage.rows('UPDATE turns SET claimed_until = NULL WHERE chat_id = $1', [talk.chatId]);
          model?.expire();
          await take();
          await handIn(held.at(-1));
        }
        if (model) expect(await talk.turns()).toEqual(model.turns.map(({ state }) => ({ state })));
        expect((await talk.turns()).filter(({ state }) => state === 'pending')).toEqual([]);
        const left = await stage.rows(`SELECT 1 FROM messages WHERE chat_id = $1 AND route = 'pending'`, [talk.chatId]);
        expect(left).toEqual([]);
        for (const [turnId, known] of [...silenced, ...sent]) {
          const of = await stage.rows<{ count: number }>(
            `SELECT count(*)::integer AS count FROM messages WHERE turn_id = $1 AND author = 'contact'`,
            [turnId],
          );
          expect(known).toHaveLength(of[0]?.count ?? 0);
        }
      }),
      { numRuns: 40 },
    );
  }, 240_000);
});
