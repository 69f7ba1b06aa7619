import { Statements } from '#database';
import { AppError, Clock, newId } from '#kernel';
import { Logger } from '#telemetry';

import { TalkStage } from '../../testing/talk-stage.js';
import { ToldStep } from '../../testing/told-step.js';
import { DEFAULT_CHARACTER_ID } from '../default-character-id.js';
import { AbsorbableChats } from './absorbable-chats.service.js';
import { Absorber } from './absorber.service.js';
import { AbsorptionPlaces } from './absorption-places.service.js';
import { AbsorptionSteps } from './absorption-steps.js';
import { AnsweringCharacters } from './answering-characters.service.js';
import { WaitingMessages } from './waiting-messages.service.js';

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number, 12));
const lines = (count: number, from = 1): { text: string; at: Date }[] =>
  Array.from({ length: count }, (_, index) => ({ text: `line ${from + index}`, at: day(from + index) }));

describe('a sweep', () => {
  let stage: TalkStage;
  let phones = 34_621_000_000;

  beforeAll(async () => {
    stage = await TalkStage.open({ env: { MEMORY_ENABLED: 'false' } });
  });

  afterAll(() => stage.close());

  const nextPhone = (): string => String((phones += 1));
  const absorberOf = (...steps: ToldStep[]): Absorber =>
    new Absorber(
      stage.part(AbsorbableChats),
      stage.part(AbsorptionPlaces),
      stage.part(WaitingMessages),
      stage.part(Logger),
      new AbsorptionSteps(steps),
    );
  const key = (chatId: string) => ({ characterId: DEFAULT_CHARACTER_ID, chatId });
  const neglectedIn = (chatId: string, who: () => string | undefined = () => DEFAULT_CHARACTER_ID) => {
    const answering = new AnsweringCharacters();
    answering.attach((chatIds) =>
      Promise.resolve(new Map(chatIds.flatMap((id) => (who() === undefined ? [] : [[id, who() ?? ''] as const])))),
    );
    const chats = new AbsorbableChats(stage.part(Statements), answering, stage.part(Clock));
    return async (): Promise<string[]> =>
      (await chats.neglected(['told'], 10_000))
        .filter((chat) => chat.chatId === chatId)
        .map(({ characterId }) => characterId);
  };

  it('finds what is new, what is to be tried again, and nothing else', async () => {
    const [phone, step] = [nextPhone(), new ToldStep()];
    const { chatId } = await stage.talk(phone, lines(2));
    const neglected = neglectedIn(chatId);
    expect(await neglected()).toEqual([DEFAULT_CHARACTER_ID]);
    await absorberOf(step).absorb(key(chatId));
    expect(await neglected()).toEqual([]);
    await stage.talk(phone, [{ text: 'said long ago', at: new Date('2020-01-01') }]);
    expect(await neglected()).toEqual([DEFAULT_CHARACTER_ID]);
    step.onAbsorb = () => {
      throw new AppError('llm.unavailable', 'no', { kind: 'unavailable' });
    };
    await absorberOf(step).absorb(key(chatId));
    expect(await neglected()).toEqual([]);
    await stage.rows(`UPDATE memory_absorptions SET next_try_at = now() - interval '1 second' WHERE chat_id = $1`, [
      chatId,
    ]);
    expect(await neglected()).toEqual([DEFAULT_CHARACTER_ID]);
  });

  it('looks for whom answers there, and not for whom once did', async () => {
    const [phone, step, other] = [nextPhone(), new ToldStep(), newId()];
    const { chatId } = await stage.talk(phone, lines(2));
    let answering: string | undefined = other;
    const neglected = neglectedIn(chatId, () => answering);
    expect(await neglected()).toEqual([other]);
    await absorberOf(step).absorb({ characterId: other, chatId });
    expect(await neglected()).toEqual([]);
    answering = DEFAULT_CHARACTER_ID;
    await stage.talk(phone, lines(1, 60));
    expect(await neglected()).toEqual([DEFAULT_CHARACTER_ID]);
    await absorberOf(step).absorb(key(chatId));
    // The other one has not taken in the last line, and need not.
    expect(await neglected()).toEqual([]);
    answering = undefined;
    await stage.talk(phone, lines(1, 61));
    expect(await neglected()).toEqual([]);
  });

  it('goes through more chats than are asked about at once', async () => {
    const talks = [];
    for (const at of [1, 2, 3])
      talks.push(await stage.talk(nextPhone(), [{ text: 'x', at: new Date(Date.UTC(2090, 0, at)) }]));
    const [oldest] = talks;
    const asked: number[] = [];
    const answering = new AnsweringCharacters();
    answering.attach((chatIds) => {
      asked.push(chatIds.length);
      const wanted = chatIds.filter((chatId) => chatId === oldest?.chatId);
      return Promise.resolve(new Map(wanted.map((chatId) => [chatId, DEFAULT_CHARACTER_ID])));
    });
    const chats = new AbsorbableChats(stage.part(Statements), answering, stage.part(Clock));
    expect(await chats.neglected(['told'], 1)).toEqual([{ chatId: oldest?.chatId, characterId: DEFAULT_CHARACTER_ID }]);
    expect(asked).toEqual([1, 1, 1]);
  });
});
