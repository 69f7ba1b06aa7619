import type { CompletionRequest } from '#llm';
import { ScriptedModel } from '#llm/testing';

import { TalkStage, type Line } from '../../testing/talk-stage.js';
import { Absorber } from '../absorb/absorber.service.js';
import { DEFAULT_CHARACTER_ID } from '../default-character-id.js';
import { MemoryFacts } from '../facts/memory-facts.service.js';
import { MEMORY_OPERATIONS } from '../facts/memory-operation.js';
import { MemoryRows } from '../facts/store/memory-rows.service.js';

const CHARACTERS = [DEFAULT_CHARACTER_ID, '00000000-0000-7000-8000-000000000002'];
const PEOPLE = 48;
const GROUPS = 12;
const MEMBERS = 4;
const LINES = 8;
const OPERATIONS = 60;
const AT = Date.UTC(2026, 5, 1);

/** A name that only this person ever says. */
const canaryOf = (person: number): string =>
  `Canary${String.fromCharCode(97 + Math.floor(person / 26), 97 + (person % 26))}`;
const phoneOf = (person: number): string => String(34_630_000_000 + person);

/** The same figures each time (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A model that mixes people up as badly as it can: others' words, messages and memories that are not there, orders. */
class MixingModel extends ScriptedModel {
  operations = 0;

  constructor() {
    const pick = seeded(7);
    super((request: CompletionRequest) => {
      const said = [...(request.messages[0]?.content ?? '').matchAll(/#(\d+) [^:]*: (.*)$/gm)];
      const operations = Array.from({ length: OPERATIONS }, () => {
        const [, number = '1', words = ''] = said[pick(said.length)] ?? [];
        const own = pick(3) > 0;
        const other = `${canaryOf(pick(PEOPLE))} ${canaryOf(pick(PEOPLE))}`;
        return {
          op: MEMORY_OPERATIONS[pick(4)],
          memory: pick(3) === 0 ? null : pick(70) - 5,
          message: pick(8) === 0 ? pick(100) - 20 : Number(number),
          text: own ? words : pick(2) === 0 ? `Likes ${other}` : `${words} and ${other}`,
          about: pick(2) === 0 ? 'writer' : 'other',
          category: 'preference',
          key: pick(2) === 0 ? 'one key for all' : `key ${pick(5)}`,
          single: pick(2) === 0,
          confidence: 0.9,
          importance: 5,
          from: '',
          until: '',
        };
      });
      return { value: { operations } };
    });
  }
}

describe('memories of one person', () => {
  let stage: TalkStage;
  const model = new MixingModel();
  /** The canary of each contact. */
  const canaries = new Map<string, string>();
  const chats: string[] = [];

  beforeAll(async () => {
    stage = await TalkStage.open({ model, env: { MEMORY_ENABLED: 'false' } });
    for (let person = 0; person < PEOPLE; person += 1) {
      const { chatId, owner } = await stage.talk(phoneOf(person), linesOf([person]));
      canaries.set(owner.contactId, canaryOf(person));
      chats.push(chatId);
    }
    for (let group = 0; group < GROUPS; group += 1) {
      const members = Array.from({ length: MEMBERS }, (_, index) => group * MEMBERS + index);
      chats.push(await stage.groupTalk(`3469000${group}-1`, linesOf(members)));
    }
    for (const round of [1, 2]) {
      for (const characterId of CHARACTERS) {
        for (const chatId of chats) {
          await stage.part(Absorber).absorb({ characterId, chatId }, { steps: ['extract'], evenIfNotDue: true });
        }
      }
      if (round === 1) await sayMore();
    }
  }, 120_000);

  afterAll(() => stage.close());

  /** Everybody says their own word, each in another sentence. */
  function linesOf(people: readonly number[], round = 0): Line[] {
    return Array.from({ length: LINES }, (_, index) => {
      const person = people[index % people.length] ?? 0;
      const text = `I like ${canaryOf(person)} number ${round * LINES + index}`;
      return { text, at: new Date(AT + (round * LINES + index) * 60_000), by: phoneOf(person) };
    });
  }

  async function sayMore(): Promise<void> {
    for (let person = 0; person < PEOPLE; person += 1) await stage.talk(phoneOf(person), linesOf([person], 1));
    for (let group = 0; group < GROUPS; group += 1) {
      const members = Array.from({ length: MEMBERS }, (_, index) => group * MEMBERS + index);
      await stage.groupTalk(`3469000${group}-1`, linesOf(members, 1));
    }
  }

  const foreign = (contactId: string, text: string): boolean => {
    const own = canaries.get(contactId);
    return (text.match(/Canary[a-z]{2}/g) ?? []).some((word) => word !== own);
  };

  it('hold nothing of another, after 10,000 operations that would mix them up', async () => {
    const asked = model.requests.length * OPERATIONS;
    expect(asked).toBeGreaterThanOrEqual(10_000);
    const all = await stage.part(MemoryRows).find({ sql: 'WHERE true ORDER BY id', values: [] });
    expect(all.length).toBeGreaterThan(1_000);
    expect(all.filter(({ contactId, text }) => foreign(contactId, text)).map(({ text }) => text)).toEqual([]);
  });

  it('come from messages of that person, in that chat, and end by memories of that person', async () => {
    const strange = await stage.rows(
      `SELECT 1 FROM memory_sources JOIN memories ON memories.id = memory_id JOIN messages ON messages.id = message_id
         JOIN chats ON chats.id = messages.chat_id
       WHERE coalesce(sender_id, chats.contact_id) <> memories.contact_id OR memory_sources.chat_id <> messages.chat_id
         OR (chats.kind = 'group' AND memories.chat_id IS DISTINCT FROM chats.id) OR (chats.kind = 'direct' AND memories.chat_id IS NOT NULL)
       UNION ALL
       SELECT 1 FROM memories JOIN memories AS other ON other.id IN (memories.replaced_by_id, memories.replaces_id)
       WHERE (other.character_id, other.contact_id, coalesce(other.chat_id::text, '')) <>
         (memories.character_id, memories.contact_id, coalesce(memories.chat_id::text, ''))`,
    );
    expect(strange).toEqual([]);
  });

  it('are all that any question about that person finds, in each place and for each character', async () => {
    const facts = stage.part(MemoryFacts);
    const groups = await stage.rows<{ id: string }>(`SELECT id FROM chats WHERE kind = 'group'`);
    const everything = [...canaries.values()].slice(0, 8);
    let cases = 0;
    for (const characterId of CHARACTERS) {
      for (const contactId of canaries.keys()) {
        for (const groupId of [null, groups[0]?.id ?? null, groups[1]?.id ?? null]) {
          const scope = { characterId, contactId, groupId };
          const found = [...(await facts.candidates(scope)), ...(await facts.nearest(scope, everything, 50))];
          cases += 1;
          const wrong = found.filter(
            (fact) =>
              fact.contactId !== contactId ||
              fact.characterId !== characterId ||
              fact.groupId !== groupId ||
              foreign(contactId, fact.text),
          );
          expect(wrong.map(({ id, text }) => `${id} ${text}`)).toEqual([]);
        }
      }
    }
    expect(cases).toBe(CHARACTERS.length * PEOPLE * 3);
  });
});
