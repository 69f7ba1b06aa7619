import { newId } from '#kernel';

import { TalkStage } from '../../testing/talk-stage.js';
import { DEFAULT_CHARACTER_ID } from '../default-character-id.js';
import { MemoryRetrieval } from './memory-retrieval.service.js';

const PEOPLE = 25;
const GROUPS = 5;
const TURNS = 12;
const CASES = 10_000;
const AT_ONCE = 20;
const SHARED = ['dog', 'music', 'trip', 'birthday', 'doctor', 'work', 'pizza', 'sister'];

interface Person {
  readonly phone: string;
  readonly chatId: string;
  readonly contactId: string;
  readonly groups: readonly string[];
}

describe('whose turns are found', () => {
  let stage: TalkStage;
  const people: Person[] = [];
  const groups: string[] = [];
  let seed = 11;

  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  const phoneOf = (person: number): string => `3470000${String(person).padStart(4, '0')}`;
  const at = (place: number): Date => new Date(Date.parse('2025-05-01') + place * 60_000);
  const any = <T>(items: readonly T[]): T => items[random(items.length)] as T;

  beforeAll(async () => {
    stage = await TalkStage.open();
    for (let group = 0; group < GROUPS; group += 1) {
      const lines = Array.from({ length: TURNS }, (_, place) => ({
        by: phoneOf(((group * 3 + place) % 6) + group * 3),
        text: `In group${group}x we talk about ${SHARED[place % SHARED.length]} and ${SHARED[(place + 3) % SHARED.length]}`,
        at: at(place),
      }));
      const chatId = await stage.groupTalk(`12036300000000${group}`, lines);
      await stage.absorb(chatId, ['index']);
      groups.push(chatId);
    }
    for (let person = 0; person < PEOPLE; person += 1) {
      const lines = Array.from({ length: TURNS }, (_, place) => ({
        by: place % 2 ? 'us' : phoneOf(person),
        text: `My secret${person}x about ${SHARED[place % SHARED.length]} and ${SHARED[(place + 1) % SHARED.length]}`,
        at: at(place),
      }));
      const { chatId, owner } = await stage.talk(phoneOf(person), lines, 'Ana');
      await stage.absorb(chatId, ['index']);
      const theirs = await stage.rows<{ id: string }>(
        'SELECT DISTINCT chat_id AS id FROM messages WHERE sender_id = $1 AND chat_id = ANY ($2)',
        [owner.contactId, groups],
      );
      people.push({ phone: phoneOf(person), chatId, contactId: owner.contactId, groups: theirs.map(({ id }) => id) });
    }
  });

  afterAll(() => stage.close());

  it(`are those of the one who is asked about, in ${CASES.toLocaleString('en')} cases`, async () => {
    let told = 0;
    const check = async (): Promise<void> => {
      const person = random(PEOPLE);
      const { chatId, contactId, groups: theirs } = people[person]!;
      const stranger = random(PEOPLE);
      const chats = [chatId, any(people).chatId, any(groups), newId(), ...theirs.slice(0, 1)].filter(
        () => random(2) === 0,
      );
      const text = `secret${stranger}x group${random(GROUPS)}x ${any(SHARED)} ${any(SHARED)}`;
      const found = await stage.part(MemoryRetrieval).search({
        ...{ characterId: DEFAULT_CHARACTER_ID, contactId, text, now: at(1_000), limit: 10, kinds: ['turn'] as const },
        ...(random(4) > 0 && { chatIds: chats }),
      });
      told += found.length;
      const group = found.find((memory) => memory.chatId !== chatId)?.chatId;
      for (const memory of found) {
        if (group === undefined) expect(memory.text).toContain(`secret${person}x`);
        else expect(memory).toMatchObject({ chatId: group, text: expect.stringMatching(/^In group/) as string });
      }
      if (group !== undefined) {
        expect(theirs).toContain(group);
        expect(chats).toContain(group);
      }
    };
    let left = CASES;
    const lane = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        await check();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    expect(told).toBeGreaterThan(CASES);
  }, 300_000);
});
