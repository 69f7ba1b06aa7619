import { chatKindOf } from '../../port/chat-kind.js';
import type { IncomingMessage } from '../../port/incoming-message.js';
import { ackOf } from './ack-of.js';
import { addressOf } from './address-of.js';
import { editOf } from './edit-of.js';
import type { EventLanes } from './event-lanes.js';
import { incomingOf, senderIdOf } from './incoming-of.js';
import type { People } from './people.js';
import type { RawAddress, RawKey, RawMessage } from './raw-message.js';
import { Recent } from './recent.js';
import { serializedKey } from './serialized-key.js';

/** What the library gives with a reaction. */
interface RawReaction {
  readonly msgId: RawKey;
  readonly senderId: RawAddress;
  readonly reaction?: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly id?: { readonly fromMe?: boolean };
}

/** What the library gives when people come into a group or leave it. */
interface RawMembership {
  readonly chatId: string;
  readonly recipientIds: readonly RawAddress[];
  readonly author?: string;
  readonly timestamp: number;
}

export interface MessageFeedOptions {
  readonly lanes: EventLanes;
  readonly people: People;
  /** Ids of what we sent. */
  readonly sent: Recent;
  readonly now: () => Date;
}

/** Turns what the library tells of WhatsApp into the port's events, each in its chat's lane. */
export class MessageFeed {
  /** Messages that came live: what is caught up leaves them to their own event. */
  private readonly live = new Recent();
  /** Messages that could not be deciphered in time. */
  private readonly undeciphered = new Recent(1_000);
  private readonly lanes: EventLanes;
  private readonly people: People;
  private readonly now: () => Date;

  constructor(private readonly options: MessageFeedOptions) {
    this.lanes = options.lanes;
    this.people = options.people;
    this.now = options.now;
  }

  /** Whether somebody else tells of it: a live event, or whoever sent it. */
  isToldElsewhere(raw: RawMessage): boolean {
    return this.live.has(serializedKey(raw.id)) || this.isEcho(raw);
  }

  message(raw: RawMessage): void {
    if (this.isEcho(raw)) return;
    const key = serializedKey(raw.id);
    this.live.add(key);
    const wasUnreadable = this.undeciphered.delete(key);
    this.lanes.push(addressOf(raw.id.remote), async () => {
      const message = await this.incoming(raw, true);
      await this.lanes.give({ type: 'message', message, ...(wasUnreadable && { decipheredAtLast: true }) });
    });
  }

  /** WhatsApp could not decipher it within 15 s. Should it succeed later, the message comes again. */
  unreadable(raw: RawMessage): void {
    this.message(raw);
    this.undeciphered.add(serializedKey(raw.id));
  }

  ack(raw: RawMessage, ack: number): void {
    if (!raw.id.fromMe) return;
    const chatId = addressOf(raw.id.remote);
    // A lane of their own: how far our messages got does not wait for what others wrote.
    this.lanes.push(`acks of ${chatId}`, () =>
      this.lanes.give({ type: 'ack', chatId, id: raw.id.id, ack: ackOf(ack), at: this.now() }),
    );
  }

  edit(raw: RawMessage, before: unknown): void {
    const text = editOf(raw, before);
    if (text !== undefined) this.lanes.push(addressOf(raw.id.remote), () => this.giveEdit(raw, text));
  }

  revoke(raw: RawMessage): void {
    const chatId = addressOf(raw.id.remote);
    const id = raw.protocolMessageKey?.id ?? raw.id.id;
    this.lanes.push(chatId, () => this.lanes.give({ type: 'revoke', chatId, id, at: this.now() }));
  }

  reaction({ msgId, senderId, reaction, timestamp, id }: RawReaction): void {
    const chatId = addressOf(msgId.remote);
    const event = {
      ...({ type: 'reaction', chatId, id: msgId.id, senderId: addressOf(senderId) } as const),
      fromMe: id?.fromMe === true,
      emoji: reaction ?? '',
      at: this.timeOf(timestamp),
    };
    this.lanes.push(chatId, () => this.lanes.give(event));
  }

  membership({ chatId, recipientIds, author, timestamp }: RawMembership, change: 'join' | 'leave'): void {
    const members = recipientIds.map(addressOf).filter(Boolean);
    const memberIds = members.length > 0 ? members : [addressOf(author)].filter(Boolean);
    const at = this.timeOf(timestamp);
    this.lanes.push(chatId, () => this.lanes.give({ type: 'membership', chatId, change, memberIds, at }));
  }

  /** The message in the port's terms, with what the page knows of who wrote it. */
  async incoming(raw: RawMessage, live: boolean): Promise<IncomingMessage> {
    const { own } = this.people;
    const chatId = addressOf(raw.id.remote);
    const groupId = chatKindOf(chatId) === 'group' ? chatId : null;
    const sender = await this.people.sightOf(senderIdOf(raw, own), groupId);
    return incomingOf(raw, { own, sender, chatName: sender.groupName, live });
  }

  async giveEdit(raw: RawMessage, text: string): Promise<void> {
    const at = raw.latestEditSenderTimestampMs;
    await this.lanes.give({
      type: 'edit',
      chatId: addressOf(raw.id.remote),
      id: raw.id.id,
      text,
      at: typeof at === 'number' ? new Date(at) : this.now(),
    });
  }

  /** What we sent ourselves is no news. */
  private isEcho({ id }: RawMessage): boolean {
    return id.fromMe && this.options.sent.has(id.id);
  }

  private timeOf(seconds: number): Date {
    return Number.isFinite(seconds) && seconds > 0 ? new Date(seconds * 1_000) : this.now();
  }
}
