import type { ReplayedAction, ReplayReport } from './replay-report.js';
import type { TimelineEvent } from './timeline-event.js';

const HEARD_SECONDS = 600;
const EXCHANGE_SECONDS = 60;
const HOUR = 3_600;

/** Judges what was done by what people wrote before and after. */
export function judgeReplay(events: readonly TimelineEvent[], actions: readonly ReplayedAction[]): ReplayReport {
  const messages = events.filter(({ event }) => event === 'message');
  const seconds = messages.map(({ second }) => second);
  const pauses = pausesInExchanges(messages);
  const spoken = actions.filter(({ action }) => action !== 'break_silence');
  const heard = spoken.filter(({ second }) => isHeard(second, seconds));
  const activeHours = new Set(seconds.map((second) => Math.floor(second / HOUR))).size;
  return {
    messages: messages.length,
    hours: rounded(((events.at(-1)?.second ?? 0) - (events[0]?.second ?? 0)) / HOUR),
    actions,
    per_active_hour: rounded(actions.length / Math.max(1, activeHours)),
    heard_share: spoken.length === 0 ? 1 : rounded(heard.length / spoken.length),
    interruptions: actions.filter(({ second }) => pauses.some(([from, to]) => from <= second && second < to)).length,
    longest_burst: longestBurst(actions, seconds),
  };
}

function isHeard(second: number, messages: readonly number[]): boolean {
  const before = messages.some((at) => at <= second && second - at <= HEARD_SECONDS);
  return before && messages.some((at) => at > second && at - second <= HEARD_SECONDS);
}

/** Between each directed message and the next one of the same two people, when that comes within a minute. */
function pausesInExchanges(messages: readonly TimelineEvent[]): (readonly [number, number])[] {
  const last = new Map<string, number>();
  return messages.flatMap(({ second, author, addressedTo }) => {
    if (addressedTo === null || addressedTo === author) return [];
    const pair = [author, addressedTo].sort((a, b) => a - b).join(' ');
    const before = last.get(pair);
    last.set(pair, second);
    return before !== undefined && second - before < EXCHANGE_SECONDS ? [[before, second] as const] : [];
  });
}

function longestBurst(actions: readonly ReplayedAction[], messages: readonly number[]): number {
  let longest = 0;
  let burst = 0;
  actions.forEach(({ second }, place) => {
    const previous = actions[place - 1]?.second ?? -Infinity;
    burst = messages.some((at) => at > previous && at <= second) ? 1 : burst + 1;
    longest = Math.max(longest, burst);
  });
  return longest;
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
