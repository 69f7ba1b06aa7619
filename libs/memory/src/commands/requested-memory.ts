import type { MemoryOperation } from '../facts/memory-operation.js';
import { isInstructionLike } from '../extraction/instruction-like.js';
import { extractByPatterns } from '../extraction/patterns/extract-by-patterns.js';
import { readExtraction } from '../extraction/read-extraction.js';
import { holdsSecret } from '../extraction/secrets.js';
import type { CommandWords } from './command-answers.js';

/** What somebody who asks to be remembered expects at least. */
const IMPORTANCE = 7;

/** The message that asks. */
export interface RequestingMessage {
  readonly contactId: string;
  readonly messageId: string;
  readonly saidAt: Date;
}

/** What is remembered of "remember that …": what the words tell, else the words themselves. */
export function requestedMemory(
  about: string,
  { contactId, messageId, saidAt }: RequestingMessage,
  { words, zone }: { readonly words: CommandWords; readonly zone: string },
): readonly MemoryOperation[] | 'secret' {
  if (holdsSecret(about)) return 'secret';
  const text = about.charAt(0).toLocaleUpperCase() + about.slice(1);
  const message = { id: messageId, author: 'contact', senderId: contactId, senderName: null, kind: 'text' } as const;
  const stretch = {
    messages: [{ ...message, text, sentAt: saidAt, subjectId: contactId, number: 1, contactId }],
    memories: [],
  };
  const read = readExtraction(extractByPatterns(stretch), stretch, zone).operations.get(contactId) ?? [];
  if (read.length > 0)
    return read.map((one) => ({ ...one, confidence: 1, importance: Math.max(IMPORTANCE, one.importance) }));
  return [
    {
      kind: 'add',
      text: words.asked(about),
      category: 'other',
      key: null,
      confidence: 1,
      importance: IMPORTANCE,
      validFrom: null,
      validUntil: null,
      messageIds: [messageId],
      saidAt,
      instructionLike: isInstructionLike(about),
    },
  ];
}
