import type { AbsorbedMessage, AbsorbedStretch } from '../absorb/absorption-step.js';
import type { MemoryFact } from '../facts/memory-fact.js';

/** One message as the extraction sees it. */
export interface ToldMessage extends AbsorbedMessage {
  /** 1, 2, 3 … among those of people; null for ours, and for what is not to be remembered. */
  readonly number: number | null;
  /** The contact who said it; null for ours. */
  readonly contactId: string | null;
}

/** A memory that was shown, under its number. */
export interface ShownMemory {
  readonly number: number;
  readonly fact: MemoryFact;
}

/** A stretch with small numbers in place of ids: what is not in it cannot be named. */
export interface ToldStretch {
  readonly messages: readonly ToldMessage[];
  readonly memories: readonly ShownMemory[];
}

/** Numbers what people said. `ignored` are messages that are no source, such as orders to forget something. */
export function toldMessages({ chat, messages }: AbsorbedStretch, ignored: ReadonlySet<string>): ToldMessage[] {
  let last = 0;
  return messages.map((message) => {
    const contactId =
      message.author === 'contact' ? (chat.kind === 'direct' ? chat.contactId : message.senderId) : null;
    const counts = contactId !== null && message.text.trim() !== '' && !ignored.has(message.id);
    return { ...message, contactId, number: counts ? (last += 1) : null };
  });
}
