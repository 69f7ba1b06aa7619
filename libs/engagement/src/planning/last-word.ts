import type { PersonState } from './person-state.js';

/** When anybody last wrote in their chats. */
export function lastWord({
  lastHeardAt,
  lastWrittenAt,
}: Pick<PersonState, 'lastHeardAt' | 'lastWrittenAt'>): Date | null {
  if (!lastHeardAt || !lastWrittenAt) return lastHeardAt ?? lastWrittenAt;
  return lastHeardAt > lastWrittenAt ? lastHeardAt : lastWrittenAt;
}
