import { readFile, writeFile } from 'node:fs/promises';

import { compareEngines, judgeReplay, MOODS, readTimeline, replay, timerFor, type TimelineEvent } from '#autonomy';
import { AppError } from '#kernel';

import { compareTable } from './compare-table.js';
import { busyGroups, bytesPerGroup, decisionsPerSecond } from './engine-pace.js';
import { REPLAY_USAGE, replayOptions, type AutonomyReplayOptions } from './replay-options.js';
import { weekOfGroups } from './week-of-groups.js';

const DECISIONS = 500_000;

try {
  const options = replayOptions(process.argv.slice(2));
  const report = await reportOf(options);
  if (options.json && !options.help) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof AppError ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function reportOf(options: AutonomyReplayOptions): Promise<unknown> {
  if (options.help) return said(null, REPLAY_USAGE);
  if (options.days !== undefined) {
    const week = weekOfGroups(options.days, options.rate, (line) => void process.stderr.write(`${line}\n`));
    return said(week, JSON.stringify(week));
  }
  const timelines = await Promise.all(options.timelines.map(timelineIn));
  if (options.compare) {
    const compared = timelines.map(({ timeline, events }) => ({ timeline, ...compareEngines(events, options.seeds) }));
    return said(compared, compareTable(compared));
  }
  return replayed(timelines[0]?.events ?? [], options);
}

function replayed(events: readonly TimelineEvent[], options: AutonomyReplayOptions): unknown {
  const { engine, seed, actions } = options;
  const timer = actions === undefined ? undefined : timerFor(events, actions);
  const report = judgeReplay(events, replay(events, { engine, seed, mood: MOODS[options.mood], timer }));
  const states = busyGroups();
  // Once to warm up.
  decisionsPerSecond(states, DECISIONS);
  const whole = {
    ...report,
    decide_per_second: Math.round(decisionsPerSecond(states, DECISIONS)),
    bytes_per_group: bytesPerGroup(),
  };
  const lines = whole.actions.map(({ second, action, reasons }) => `${second} ${action}: ${reasons.join('; ')}`);
  const { actions: done, ...figures } = whole;
  return said(whole, [...lines, `${done.length} actions; ${JSON.stringify(figures)}`].join('\n'));
}

async function timelineIn(timeline: string): Promise<{ timeline: string; events: TimelineEvent[] }> {
  const csv = await readFile(timeline, 'utf8').catch(() => {
    throw new AppError('autonomy.usage', `There is no file ${timeline}.`, { kind: 'invalid' });
  });
  return { timeline, events: readTimeline(csv) };
}

function said<Report>(report: Report, text: string): Report {
  process.stdout.write(`${text}\n`);
  return report;
}
