import { ChatSocket } from '#client';
import { waitFor } from '#testing';

import type { ConversationStage } from './conversation-stage.js';
import { Talker } from './talker.js';

export interface ConversationOptions {
  readonly sockets: number;
  /** That each person sends, one after the other's answer. */
  readonly messages: number;
  readonly report: (line: string) => void;
}

export interface ConversationVerdict {
  readonly sockets: number;
  readonly sent: number;
  readonly lost: number;
  readonly doubled: number;
  readonly crossed: number;
  /** From the first word to the last answer. */
  readonly seconds: number;
}

/** Requests of the preparation that are under way at the same time. */
const AT_ONCE = 20;
const ANSWERED_MS = 600_000;

/** So many people, each with a socket of their own in a conversation of their own, all talk at once, over two processes. */
export async function conversationChaos(
  stage: ConversationStage,
  { sockets, messages, report }: ConversationOptions,
): Promise<ConversationVerdict> {
  const talkers: Talker[] = [];
  try {
    for (let start = 0; start < sockets; start += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, sockets - start) }, (_, index) => start + index);
      talkers.push(...(await Promise.all(some.map((place) => enter(stage, place)))));
      if (start % 200 === 0) report(`${talkers.length} of ${sockets} have joined`);
    }
    const started = performance.now();
    for (let round = 0; round < messages; round += 1) {
      await Promise.all(talkers.map((talker, place) => talker.say(`talk-${round * sockets + place}`)));
      report(`round ${round + 1}: all is stored after ${secondsSince(started)} s`);
      await answered(talkers);
    }
    const seconds = secondsSince(started);
    const faults = talkers.map((talker) => talker.faults());
    const sum = (kind: 'lost' | 'doubled' | 'crossed') => faults.reduce((total, fault) => total + fault[kind], 0);
    return {
      sockets,
      sent: sockets * messages,
      lost: sum('lost'),
      doubled: sum('doubled'),
      crossed: sum('crossed'),
      seconds,
    };
  } finally {
    for (const talker of talkers) talker.close();
  }
}

async function enter(stage: ConversationStage, place: number): Promise<Talker> {
  const { token } = await stage.post<{ token: string }>('/api/v1/tokens', { userId: `talker-${place}` });
  const { id } = await stage.post<{ id: string }>('/api/v1/conversations', { characterId: 'default' }, token);
  const talker = new Talker(new ChatSocket({ url: stage.apis[place % 2]?.url ?? '', token }), id);
  await talker.join();
  return talker;
}

/** What is not here when the time is over counts as lost: that is for the verdict to say. */
async function answered(talkers: readonly Talker[]): Promise<void> {
  const all = { what: 'all answers', timeoutMs: ANSWERED_MS, everyMs: 250 };
  await waitFor(() => talkers.every(({ isDone }) => isDone), all).catch(() => undefined);
}

function secondsSince(started: number): number {
  return Math.round((performance.now() - started) / 100) / 10;
}
