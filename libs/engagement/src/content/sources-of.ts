import type { OutreachSources } from './check-outreach.js';
import type { OutreachMaterial } from './outreach-material.js';

/** What an outreach of this material may name. */
export function sourcesOf({ character, name, language, memories, earlier }: OutreachMaterial): OutreachSources {
  return {
    language,
    words: [...memories.map(({ text }) => text), name ?? '', character.name],
    remembers: memories.length > 0,
    earlier,
  };
}
