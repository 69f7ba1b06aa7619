import { DEFAULT_AUTONOMY_SETTINGS, MOST_ACTIONS } from '../engine/autonomy-settings.js';
import { MOODS } from '../moods/moods.js';
import { judgeReplay } from './judge-replay.js';
import { replay } from './replay.js';
import type { TimelineEvent } from './timeline-event.js';

const UNCAPPED = { ...DEFAULT_AUTONOMY_SETTINGS, actionsPerHour: MOST_ACTIONS, actionsPerDay: MOST_ACTIONS };
const TIMER_SECONDS = 60;

/** Averages over one timeline. */
export interface EngineFigures {
  readonly actions: number;
  readonly heard_share: number;
  /** Interrupting actions, as a share of the actions. */
  readonly interrupting_share: number;
}

export interface EngineComparison {
  readonly v2: EngineFigures;
  /** The random timer, its chance set so that it acts as often as v2. */
  readonly v1: EngineFigures;
  readonly shy: number;
  readonly bubbly: number;
}

/** Holds the engine in the neutral mood to the random timer at the same number of actions, over `seeds` draws of the timer. */
export function compareEngines(events: readonly TimelineEvent[], seeds: number): EngineComparison {
  const actions = (mood: (typeof MOODS)[keyof typeof MOODS]): number =>
    replay(events, { mood, engine: 'v2', seed: 0 }).length;
  const report = judgeReplay(events, replay(events, { mood: MOODS.neutral, engine: 'v2', seed: 0 }));
  return {
    v2: {
      actions: report.actions.length,
      heard_share: report.heard_share,
      interrupting_share: share(report.interruptions, report.actions.length),
    },
    v1: timerFigures(events, report.actions.length, seeds),
    shy: actions(MOODS.shy),
    bubbly: actions(MOODS.bubbly),
  };
}

/** A timer that acts about so many times on this timeline: it fires each minute, so that even a high number stays random. */
export function timerFor(events: readonly TimelineEvent[], actions: number): { everySeconds: number; chance: number } {
  const seconds = (events.at(-1)?.second ?? 0) - (events[0]?.second ?? 0);
  return { everySeconds: TIMER_SECONDS, chance: Math.min(1, actions / Math.max(1, seconds / TIMER_SECONDS)) };
}

function timerFigures(events: readonly TimelineEvent[], wanted: number, seeds: number): EngineFigures {
  const timer = timerFor(events, wanted);
  let actions = 0;
  let spoken = 0;
  let heard = 0;
  let interruptions = 0;
  for (let seed = 1; seed <= seeds; seed += 1) {
    const options = { mood: MOODS.neutral, engine: 'v1', seed, timer, settings: UNCAPPED } as const;
    const report = judgeReplay(events, replay(events, options));
    const ofSilence = report.actions.filter(({ action }) => action === 'break_silence').length;
    actions += report.actions.length;
    spoken += report.actions.length - ofSilence;
    heard += report.heard_share * (report.actions.length - ofSilence);
    interruptions += report.interruptions;
  }
  return {
    actions: actions / seeds,
    heard_share: share(heard, spoken),
    interrupting_share: share(interruptions, actions),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
