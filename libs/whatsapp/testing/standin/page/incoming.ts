import type { PageEvent, WireMessage, WireTarget } from '../wire.js';
import { learnGroup } from './chats.js';
import { arrive, change, findTarget, messages } from './messages.js';
import { learnPerson } from './people.js';
import { takeVote } from './polls.js';
import { takeReaction } from './reactions.js';

/** What came before the message it is about. */
const early = new Map<string, PageEvent[]>();

/** Does to the page what the server tells. `isNew` is false for what was there before the page was linked. */
export async function takeEvent(event: PageEvent, isNew: boolean): Promise<void> {
  switch (event.kind) {
    case 'message':
      return takeMessage(event.message, isNew);
    case 'decrypted':
      return takeDecrypted(event.message);
    case 'person':
      return learnPerson(event.person);
    case 'group':
      return learnGroup(event.group);
    case 'ack':
    case 'edit':
    case 'revoke':
    case 'reaction':
    case 'vote':
      return takeChange(event);
  }
}

async function takeMessage(message: WireMessage, isNewMsg: boolean): Promise<void> {
  const known = await findTarget(message);
  if (known) {
    // Delivered again, and told again: it happens.
    known.isNewMsg = true;
    messages.trigger('add', known);
    return;
  }
  arrive(message, { isNewMsg });
  const waiting = early.get(nameOf(message)) ?? [];
  early.delete(nameOf(message));
  for (const event of waiting) await takeEvent(event, isNewMsg);
}

async function takeDecrypted(message: WireMessage): Promise<void> {
  const msg = await findTarget(message);
  if (msg) change(msg, { type: message.type, ...message.fields });
}

async function takeChange(event: Exclude<PageEvent, { kind: 'message' | 'decrypted' | 'person' | 'group' }>) {
  const msg = await findTarget(event.target);
  if (!msg) {
    early.set(nameOf(event.target), [...(early.get(nameOf(event.target)) ?? []), event]);
    return;
  }
  switch (event.kind) {
    case 'ack':
      return change(msg, { ack: event.ack });
    case 'edit': {
      const field = msg.directPath === undefined ? 'body' : 'caption';
      return change(msg, { [field]: event.body, latestEditSenderTimestampMs: event.t });
    }
    case 'revoke':
      return change(msg, { type: 'revoked', body: undefined, caption: undefined });
    case 'reaction':
      return takeReaction(msg, event);
    case 'vote':
      return takeVote(msg, event);
  }
}

function nameOf({ chat, id }: WireTarget): string {
  return `${chat} ${id}`;
}
