import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { decide, DEFAULT_AUTONOMY_SETTINGS, GroupState, MOODS, track, type MoodProfile } from '#autonomy';

import { seededRandom } from '../seeded-random.js';

const NOW = 1_767_610_800;
const GROUPS = 500;
const MEASURED_GROUPS = 20_000;
const SETTINGS = { ...DEFAULT_AUTONOMY_SETTINGS, interests: [11, 222_222, 3_333_333_333] };
const ALL_MOODS: readonly MoodProfile[] = Object.values(MOODS);

/** Groups as busy as any: between nobody and five messages a minute for an hour, some with the companion in the talk. */
export function busyGroups(groups = GROUPS): GroupState[] {
  const random = seededRandom(5);
  return Array.from({ length: groups }, () => {
    const state = GroupState.empty();
    const messages = Math.floor(random() * 300);
    for (let each = 0; each < messages; each += 1) {
      const at = NOW - 3_600 + Math.floor((each * 3_600) / messages);
      const member = 1 + Math.floor(random() * 30);
      track(state, { kind: 'message', at, member, tokens: [Math.floor(random() * 2 ** 32)] }, SETTINGS);
      if (random() < 0.01) track(state, { kind: 'own', at, action: 'join_conversation' }, SETTINGS);
    }
    return state;
  });
}

/** Decisions in a second of processor time, so that whatever else the machine does is not measured. No gate closed, all moods in turn. */
export function decisionsPerSecond(states: readonly GroupState[], decisions: number): number {
  let acted = 0;
  const started = process.cpuUsage();
  for (let each = 0; each < decisions; each += 1) {
    const state = states[each % states.length];
    const mood = ALL_MOODS[each % ALL_MOODS.length];
    if (state && mood && decide(state, mood, SETTINGS, NOW + (each & 511)).action !== null) acted += 1;
  }
  const { user, system } = process.cpuUsage(started);
  if (acted === 0 || acted === decisions) throw new Error('all decisions came out alike');
  return decisions / ((user + system) / 1_000_000);
}

/** What one more group takes of the process's memory, its objects included, after the garbage is collected. */
export function bytesPerGroup(): number {
  const before = usedBytes();
  const states = Array.from({ length: MEASURED_GROUPS }, () => GroupState.empty());
  const bytes = (usedBytes() - before) / states.length;
  return Math.round(bytes);
}

/** Bytes in use after the garbage is collected. */
export function usedBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // Buffers go one round after the objects that held them.
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
