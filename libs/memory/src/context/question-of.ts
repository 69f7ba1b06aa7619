import type { SpokenMessage } from '#messaging';

/** What is asked now: what people said after our last answer, its end when it is long. */
export function questionOf(recent: readonly SpokenMessage[], longest: number): string {
  const answered = recent.findLastIndex(({ author }) => author !== 'contact' && author !== 'system');
  const said = recent.slice(answered + 1).map(({ text }) => text);
  return said.filter(Boolean).join('\n').slice(-longest).toWellFormed();
}
