import type { PageEvent } from '../wire.js';
import type { Msg } from './msg.js';
import { MsgKey } from './msg-key.js';
import { ownWid } from './own-session.js';
import { post } from './server.js';
import { createWid, type Wid } from './wid.js';

interface Vote {
  readonly id: MsgKey;
  readonly author: Wid;
  readonly pollUpdateParentKey: MsgKey;
  readonly selectedOptionLocalIds: readonly number[];
  readonly senderTimestampMs: number;
  readonly t: number;
}

const byPoll = new Map<string, Map<string, Vote>>();

/** The library puts itself in the place of `bulkUpsert`: it must be called through the module. */
const pollVoteTableMode = {
  bulkUpsert(rows: readonly Vote[]): void {
    for (const row of rows) {
      const poll = row.pollUpdateParentKey.toString();
      byPoll.set(poll, (byPoll.get(poll) ?? new Map<string, Vote>()).set(row.author.toString(), row));
    }
  },
};

export async function takeVote(msg: Msg, { from, options, t }: Extract<PageEvent, { kind: 'vote' }>): Promise<void> {
  await upsert(msg, createWid(from), options, t);
}

async function sendVote(msg: Msg, chosen: ReadonlySet<number> | readonly number[]): Promise<void> {
  const options = [...chosen];
  await post('vote', { target: { chat: msg.id.remote.toString(), id: msg.id.id }, options });
  await upsert(msg, ownWid(msg.id.remote), options, Date.now());
}

async function upsert(msg: Msg, author: Wid, options: readonly number[], t: number): Promise<void> {
  const fromMe = author.equals(ownWid(author));
  const id = new MsgKey({ fromMe, remote: msg.id.remote, id: await MsgKey.newId() });
  pollVoteTableMode.bulkUpsert([
    { id, author, pollUpdateParentKey: msg.id, selectedOptionLocalIds: options, senderTimestampMs: t, t },
  ]);
}

export const pollModules = {
  WAWebAddonPollVoteTableMode: { pollVoteTableMode },
  WAWebPollsSendVoteMsgAction: { sendVote },
  WAWebPollsVotesSchema: {
    getTable: () => ({
      equals: (_columns: readonly string[], poll: string) => Promise.resolve([...(byPoll.get(poll)?.values() ?? [])]),
    }),
  },
};
