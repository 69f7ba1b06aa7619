import type { OutreachMaterial } from '../src/content/outreach-material.js';

/** A check-in to Ana by Luna, but for what is given. */
export function newOutreachMaterial(given: Partial<OutreachMaterial> = {}): OutreachMaterial {
  return {
    ...{ contactId: '018f0000-0000-7000-8000-000000000001', type: 'check_in', name: 'Ana', language: 'en' },
    character: {
      ...{ id: '018f0000-0000-7000-8000-000000000002', slug: 'luna', version: 1, status: 'active' },
      ...{ name: 'Luna', age: 28, gender: 'woman', traits: ['warm'], description: 'Likes the sea.' },
      ...{ speechStyle: 'short and kind', exampleDialogues: [], languages: [], boundaries: [], maturity: 'general' },
      ...{ modelSettings: { temperature: 0.1 }, greeting: null, scenario: null, avatar: null },
      ...{ useCardInstructions: false, cardInstructions: null },
    },
    ...{ memories: [], moment: null, feeling: null, avoided: [], earlier: [], tone: null },
    ...given,
  };
}
