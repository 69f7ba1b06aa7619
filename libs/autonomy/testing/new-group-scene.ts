import type { GroupLine, GroupScene } from '../src/content/group-scene.js';

const NOON = new Date('2026-03-02T12:00:00Z');

/** Luna in a group in English where nothing was said, but for what is given. */
export function newGroupScene(given: Partial<GroupScene> = {}): GroupScene {
  return {
    character: {
      ...{ id: '018f0000-0000-7000-8000-000000000002', slug: 'luna', version: 1, status: 'active' },
      ...{ name: 'Luna', age: 28, gender: 'woman', traits: ['warm'], description: 'Likes the sea.' },
      ...{ speechStyle: 'short and kind', exampleDialogues: [], languages: [], boundaries: [], maturity: 'general' },
      ...{ modelSettings: { temperature: 0.1 }, greeting: null, scenario: null, avatar: null },
      ...{ useCardInstructions: false, cardInstructions: null },
    },
    ...{ language: 'en', talk: [], addressee: null, item: null },
    ...given,
  };
}

export function newGroupLine(given: Partial<GroupLine> = {}): GroupLine {
  return {
    ...{ id: '018f0000-0000-7000-8000-000000000003', senderId: 'ana', sentAt: NOON, kind: 'text' },
    ...{ ours: false, name: 'Ana', text: 'hello' },
    ...given,
  };
}
