import type { PageEvent } from '../wire.js';
import { Collection } from './collection.js';
import { Model } from './model.js';
import type { Msg } from './msg.js';
import { MsgKey } from './msg-key.js';
import { change } from './messages.js';
import { ownWid } from './own-session.js';
import { post } from './server.js';
import { createWid, type Wid } from './wid.js';

interface Reaction {
  readonly id: MsgKey;
  readonly author: Wid;
  readonly reactionText: string;
  readonly reactionTimestamp: number;
  readonly reactionParentKey: MsgKey;
  readonly read: boolean;
  readonly orphan: number;
}

interface ReactionGroup {
  readonly id: string;
  readonly aggregateEmoji: string;
  readonly hasReactionByMe: boolean;
  readonly senders: (Reaction & { msgKey: MsgKey; parentMsgKey: MsgKey; senderUserJid: string; timestamp: number })[];
}

/** The reactions to one message. */
class MessageReactions extends Model {
  declare id: MsgKey;
  declare readonly reactions: ReactionGroup[] & { serialize(): ReactionGroup[] };
}

export const reactions = new Collection<MessageReactions>(MessageReactions);
const byMessage = new Map<string, Map<string, Reaction>>();

/** The library puts itself in the place of `bulkUpsert`: it must be called through the module. */
const reactionTableMode = {
  bulkUpsert(rows: readonly Reaction[]): void {
    for (const row of rows) keep(row);
  },
};

export async function takeReaction(
  msg: Msg,
  { from, emoji, t }: Extract<PageEvent, { kind: 'reaction' }>,
): Promise<void> {
  await upsert(msg, createWid(from), emoji, t);
}

async function sendReactionToMsg(msg: Msg, emoji: string): Promise<{ messageSendResult: string }> {
  const author = msg.id.participant?.toString();
  const target = { chat: msg.id.remote.toString(), id: msg.id.id, ...(author !== undefined && { author }) };
  await post('react', { target, emoji });
  await upsert(msg, ownWid(msg.id.remote), emoji, Date.now());
  return { messageSendResult: 'OK' };
}

async function upsert(msg: Msg, author: Wid, reactionText: string, reactionTimestamp: number): Promise<void> {
  const fromMe = author.equals(ownWid(author));
  const participant = msg.id.remote.isGroup() ? author : undefined;
  const id = new MsgKey({
    fromMe,
    remote: msg.id.remote,
    id: await MsgKey.newId(),
    ...(participant && { participant }),
  });
  const row = { id, author, reactionText, reactionTimestamp, reactionParentKey: msg.id, read: false, orphan: 0 };
  reactionTableMode.bulkUpsert([row]);
  change(msg, { hasReaction: (byMessage.get(msg.id.toString())?.size ?? 0) > 0 });
}

function keep(row: Reaction): void {
  const key = row.reactionParentKey.toString();
  const ofMessage = byMessage.get(key) ?? new Map<string, Reaction>();
  byMessage.set(key, ofMessage);
  if (row.reactionText === '') ofMessage.delete(row.author.toString());
  else ofMessage.set(row.author.toString(), row);
  const groups = Object.assign(groupsOf([...ofMessage.values()]), {
    serialize(this: ReactionGroup[]) {
      return this.map((group) => ({ ...group }));
    },
  });
  reactions.place(new MessageReactions({ id: row.reactionParentKey, reactions: groups }));
}

function groupsOf(rows: readonly Reaction[]): ReactionGroup[] {
  return [...new Set(rows.map(({ reactionText }) => reactionText))].map((emoji) => {
    const ofEmoji = rows.filter(({ reactionText }) => reactionText === emoji);
    return {
      id: emoji,
      aggregateEmoji: emoji,
      hasReactionByMe: ofEmoji.some(({ id }) => id.fromMe),
      senders: ofEmoji.map((row) => ({
        ...row,
        msgKey: row.id,
        parentMsgKey: row.reactionParentKey,
        senderUserJid: row.author.toString(),
        timestamp: row.reactionTimestamp,
      })),
    };
  });
}

export const reactionModules = {
  WAWebAddonReactionTableMode: { reactionTableMode },
  WAWebSendReactionMsgAction: { sendReactionToMsg },
};
