import type { MemoryFact } from '../src/facts/memory-fact.js';
import type { ProposedOperation } from '../src/extraction/extraction-output.js';
import type { ToldMessage, ToldStretch } from '../src/extraction/told-stretch.js';

export const TOLD_AT = new Date('2026-03-11T10:00:00Z'); // a Wednesday

/** A stretch of lines: "< …" is ours, "@eva …" another person's, the rest is Ana's. Known memories are Ana's. */
export function newTold(lines: readonly string[], known: readonly string[] = []): ToldStretch {
  let number = 0;
  const messages = lines.map((line, index): ToldMessage => {
    const ours = line.startsWith('< ');
    const other = /^@(\w+) /.exec(line)?.[1];
    const contactId = ours ? null : (other ?? 'ana');
    return {
      id: `m${index + 1}`,
      author: ours ? 'assistant' : 'contact',
      senderId: contactId,
      senderName: contactId,
      kind: 'text',
      text: line.replace(/^(?:< |@\w+ )/, ''),
      sentAt: new Date(TOLD_AT.getTime() + index * 60_000),
      subjectId: 'ana',
      number: ours ? null : (number += 1),
      contactId,
    };
  });
  const memories = known.map((text, index) => {
    const fact = { id: `f${index + 1}`, contactId: 'ana', characterId: 'c', groupId: null, text } as MemoryFact;
    return { number: index + 1, fact };
  });
  return { messages, memories };
}

/** A proposal about the first message. */
export function newProposal(changes: Partial<ProposedOperation> & { readonly text: string }): ProposedOperation {
  return {
    ...{ op: 'add', memory: null, message: 1, about: 'writer', category: 'personal', key: '', single: false },
    ...{ confidence: 0.9, importance: 5, from: '', until: '' },
    ...changes,
  };
}
