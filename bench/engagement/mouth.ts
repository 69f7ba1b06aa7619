import pLimit from 'p-limit';

import { ChatWishes } from '#companions';
import type { Clock } from '#kernel';
import { DEFAULT_CHARACTER_ID } from '#memory';
import { ConversationMessages, InboundWriter } from '#messaging';
import { newMessageId } from '#whatsapp';

import { addressOf, type Resident } from './resident.js';
import { isWish, wordsFor, type Saying } from './sayings.js';
import type { SimulatedPlatform } from './simulated-platform.js';

/** Somebody's words on their way to us. */
export interface Said {
  readonly resident: Resident;
  readonly saying: Saying;
  readonly at: Date;
}

const BATCH = 250;
const PAGES_AT_ONCE = 4;

/** How people's words come in: as they would from the phone network and from web pages. What answers them is no part of the simulation. */
export class Mouth {
  constructor(
    private readonly platform: SimulatedPlatform,
    private readonly clock: Clock,
  ) {}

  async sayAll(said: readonly Said[]): Promise<void> {
    const calls = said.filter(({ resident }) => resident.channel === 'whatsapp');
    await Promise.all([this.callAll(calls), this.typeAll(said.filter(({ resident }) => resident.channel === 'web'))]);
    // As the memory does, some minutes after a talk.
    await this.platform.query(ANSWERED_SQL, [
      said.map(({ resident }) => resident.contactId).filter((id) => id !== ''),
      this.clock.now(),
    ]);
  }

  private async callAll(said: readonly Said[]): Promise<void> {
    for (let start = 0; start < said.length; start += BATCH) await this.call(said.slice(start, start + BATCH));
  }

  /** Each of them on a page of their own. */
  private async typeAll(said: readonly Said[]): Promise<void> {
    const pages = new Map<Resident, Said[]>();
    for (const one of said) pages.set(one.resident, [...(pages.get(one.resident) ?? []), one]);
    const typing = pLimit(PAGES_AT_ONCE);
    await typing.map(pages.values(), async (theirs) => {
      for (const one of theirs) await this.type(one);
    });
  }

  private async call(said: readonly Said[]): Promise<void> {
    const { recorded } = await this.platform.part(InboundWriter).write(
      said.map(({ resident: { accountId, person }, saying, at }) => ({
        accountId,
        message: {
          id: newMessageId(),
          chat: { id: addressOf(person), kind: 'direct' },
          sender: { id: addressOf(person), phone: person.phone },
          ...{ fromMe: false, kind: 'text', text: wordsFor(saying, person.home), sentAt: at, live: true },
          ...{ mentions: [], mentionsMe: false },
        },
      })),
    );
    for (const [index, one] of said.entries()) await this.follow(one, recorded[index]?.id ?? '');
  }

  private async type(one: Said): Promise<void> {
    const { chatId, person } = one.resident;
    const content = wordsFor(one.saying, person.home);
    const { message } = await this.platform.part(ConversationMessages).send({ kind: 'operator' }, chatId, { content });
    await this.follow(one, message.id);
  }

  /** What code does with it, before any answer. */
  private async follow({ resident, saying, at }: Said, messageId: string): Promise<void> {
    const now = this.clock.now();
    if (saying === 'stop') resident.stoppedAt ??= now;
    if (!isWish(saying)) return;
    const { contactId, chatId, person } = resident;
    const asked = { characterId: DEFAULT_CHARACTER_ID, contactId, chatId, messageId, saidAt: at, inGroup: false };
    const answer = await this.platform.part(ChatWishes).answer({ ...asked, text: wordsFor(saying, person.home) });
    if (answer === null) throw new Error(`a wish was not understood: ${wordsFor(saying, person.home)}`);
    if (saying === 'not-before-ten') resident.quiet.push({ since: now, from: 21 * 60, until: 10 * 60 });
  }
}

/** Whoever wrote has had their answer, and is heard of: $1 they, $2 now. */
const ANSWERED_SQL = `
WITH waiting AS (
  UPDATE chats SET turn_due_at = NULL, unrouted_since = NULL WHERE turn_due_at IS NOT NULL RETURNING id
), routed AS (
  UPDATE messages SET route = 'skipped', route_reason = 'simulation' FROM waiting WHERE chat_id = waiting.id AND route = 'pending'
)
UPDATE relationships SET last_interaction_at = greatest(last_interaction_at, $2), total_interactions = total_interactions + 1
WHERE contact_id = ANY($1::uuid[])`;
