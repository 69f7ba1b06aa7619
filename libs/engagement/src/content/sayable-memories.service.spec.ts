import type { MemoryBoard, WordedMemory } from '#memory';

import { newPolicy } from '../../testing/new-policy.js';
import type { EngagementPolicy } from '../planning/engagement-policy.js';
import type { ContentRequest } from './content-request.js';
import { SayableMemoryReader } from './sayable-memories.service.js';

const KNOWN: readonly WordedMemory[] = [
  { id: 'hiking', importance: 5, category: 'preference', text: 'Likes hiking' },
  { id: 'tea', importance: 4, category: 'preference', text: 'Likes tea' },
  { id: 'asthma', importance: 9, category: 'health', text: 'Has asthma' },
  { id: 'exam', importance: 7, category: 'plan', text: 'Has an exam' },
  { id: 'ex', importance: 8, category: 'relationship', text: 'The ex-boyfriend is called Tom' },
  { id: 'chess', importance: 6, category: 'habit', text: 'Plays chess' },
];

async function sayable(given: Partial<ContentRequest>, policy: Partial<EngagementPolicy> = {}, avoided: string[] = []) {
  const board = {
    wordsOf: (_: unknown, ids: readonly string[]) => Promise.resolve(KNOWN.filter(({ id }) => ids.includes(id))),
  } as unknown as MemoryBoard;
  const request = {
    contactId: 'c',
    characterId: 'k',
    memoryIds: KNOWN.map(({ id }) => id),
    ...given,
  } as ContentRequest;
  const memories = await new SayableMemoryReader(board).of(request, avoided, newPolicy(policy));
  return memories.map(({ id }) => id);
}

describe('SayableMemoryReader', () => {
  it('takes what is important enough, and nothing of health', async () => {
    expect(await sayable({}, { maxMemories: 9 })).toEqual(['hiking', 'exam', 'ex', 'chess']);
    expect(await sayable({}, { maxMemories: 9, memoryImportanceThreshold: 6 })).toEqual(['exam', 'ex', 'chess']);
    expect(await sayable({}, { maxMemories: 9, memoryImportanceThreshold: 4 })).toContain('tea');
  });

  it('takes as many as are set, and what makes the moment first', async () => {
    expect(await sayable({})).toEqual(['hiking', 'exam', 'ex']);
    expect(await sayable({}, { maxMemories: 1 })).toEqual(['hiking']);
    expect(await sayable({ moment: 'chess:2026-05-08' }, { maxMemories: 2 })).toEqual(['chess', 'hiking']);
    expect(await sayable({}, { maxMemories: 0 })).toEqual([]);
  });

  it.each([
    [['my ex'], ['hiking', 'exam', 'chess']],
    [['hikes'], ['exam', 'ex', 'chess']],
    [['Tom'], ['hiking', 'exam', 'chess']],
    [
      ['exams', 'chess'],
      ['hiking', 'ex'],
    ],
  ])('leaves alone what they do not want to hear of: %j', async (avoided, left) => {
    expect(await sayable({}, { maxMemories: 9 }, avoided)).toEqual(left);
  });
});
