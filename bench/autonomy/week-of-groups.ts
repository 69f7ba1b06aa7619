import { decide, DEFAULT_AUTONOMY_SETTINGS, GroupState, MOODS, track, type GroupEvent } from '#autonomy';

import { seededRandom } from '../seeded-random.js';
import { usedBytes } from './engine-pace.js';

const START = 1_767_571_200;
const DAY = 86_400;
const GROUPS = 10_000;
/** One decision for so many messages: the engine looks when something has happened, not at every message of a flood. */
const MESSAGES_PER_DECISION = 100;

export interface WeekOfGroups {
  readonly groups: number;
  readonly days: number;
  readonly messages: number;
  readonly actions: number;
  /** In a second of processor time, decisions included. */
  readonly messages_per_second: number;
  /** Memory in use by the process, after the garbage is collected: after the first hundredth of the time, and each day. */
  readonly mebibytes: readonly number[];
  /** Of one group, kept for a restart: the same at the end as at the beginning. */
  readonly bytes_kept: number;
}

/** Passes days of messages of many groups, `rate` in a second of theirs, through the tracker as fast as it takes them. */
export function weekOfGroups(days: number, rate: number, say: (line: string) => void): WeekOfGroups {
  const states = Array.from({ length: GROUPS }, () => GroupState.empty());
  const random = seededRandom(3);
  const seconds = Math.floor(days * DAY);
  const mebibytes: number[] = [];
  const started = process.cpuUsage();
  let actions = 0;
  for (let second = 0; second < seconds; second += 1) {
    actions += oneSecond(states, START + second, rate, random);
    if (second !== Math.floor(seconds / 100) && (second + 1) % DAY !== 0 && second + 1 !== seconds) continue;
    mebibytes.push(Math.round((usedBytes() / 1024 / 1024) * 100) / 100);
    say(`${(second / DAY).toFixed(2)} days: ${mebibytes.at(-1)} MiB`);
  }
  const { user, system } = process.cpuUsage(started);
  const messages = seconds * rate;
  return {
    groups: GROUPS,
    days,
    messages,
    actions,
    messages_per_second: Math.round(messages / ((user + system) / 1_000_000)),
    mebibytes,
    bytes_kept: Math.max(...states.map((state) => state.bytes().length)),
  };
}

function oneSecond(states: readonly GroupState[], at: number, rate: number, random: () => number): number {
  let actions = 0;
  for (let each = 0; each < rate; each += 1) {
    const state = states[Math.floor(random() * states.length)];
    if (!state) continue;
    track(state, messageOf(at, random), DEFAULT_AUTONOMY_SETTINGS);
    if (each % MESSAGES_PER_DECISION !== 0) continue;
    const { action } = decide(state, MOODS.neutral, DEFAULT_AUTONOMY_SETTINGS, at);
    if (action === null) continue;
    actions += 1;
    track(state, { kind: 'own', at, action }, DEFAULT_AUTONOMY_SETTINGS);
  }
  return actions;
}

/** Groups of many members, so that every table of the state overflows; a fifth of the messages is addressed to somebody. */
function messageOf(at: number, random: () => number): GroupEvent {
  const drawn = Math.floor(random() * 2 ** 32);
  const member = 1 + (drawn % 200);
  return { kind: 'message', at, member, tokens: [drawn], ...(drawn % 5 === 0 && { toMember: 1 + (drawn % 199) }) };
}
