import type { SpokenMessage } from '#messaging';

import type { RetrievedMemory } from '../retrieval/retrieved-memory.js';
import { CONTEXT_POLICY } from './context-policy.js';
import type { RecalledTurn } from './remembered-context.js';
import { withinTokens } from './within-tokens.js';

/** What was said before, without what the answer sees anyway: the messages at hand, and the summary of this chat. */
export function chooseRecalled(
  found: readonly RetrievedMemory[],
  recent: readonly SpokenMessage[],
  summary: string | null,
): readonly RecalledTurn[] {
  const seen = new Set(recent.map(({ id }) => id));
  const others = found.filter(
    ({ kind, id, text }) =>
      kind !== 'fact' && text !== '' && !seen.has(id) && !(kind === 'summary' && text === summary),
  );
  return withinTokens(others.slice(0, CONTEXT_POLICY.recalled), CONTEXT_POLICY.recalledTokens).map(
    ({ text, at, author, senderName, reasons }) => ({ text, at, author, senderName, reasons }),
  );
}
