/** What a memory is about. A closed set: whoever makes one chooses from it, and what is not in it is `other`. */
export const MEMORY_CATEGORIES = [
  'preference',
  'personal',
  'relationship',
  'event',
  'plan',
  'health',
  'work',
  'education',
  'location',
  'possession',
  'opinion',
  'habit',
  'goal',
  'other',
] as const;

export type MemoryCategory = (typeof MEMORY_CATEGORIES)[number];
