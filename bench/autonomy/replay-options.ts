import { parseArgs } from 'node:util';

import { MOODS, type MoodName } from '#autonomy';
import { AppError } from '#kernel';

export interface AutonomyReplayOptions {
  readonly timelines: readonly string[];
  readonly mood: MoodName;
  readonly engine: 'v1' | 'v2';
  readonly seed: number;
  readonly json: string | undefined;
  /** v1 acts about so often on each timeline, instead of its usual rate. */
  readonly actions: number | undefined;
  /** Instead of one replay: both engines and three moods on each timeline, over so many seeds of v1. */
  readonly compare: boolean;
  readonly seeds: number;
  /** Instead of a replay: so many days of ten thousand groups. */
  readonly days: number | undefined;
  /** Messages in each second of those days. */
  readonly rate: number;
  /** Only the usage is wanted. */
  readonly help: boolean;
}

export const REPLAY_USAGE = [
  'Plays what happened in a group to the engine. FILE is CSV: second,event,author,characters,addressed_to,is_question.',
  'npm run autonomy:replay -- --timeline FILE [--mood NAME] [--engine v2|v1] [--seed 1] [--actions N] [--json OUT]',
  'npm run autonomy:replay -- --compare --timeline FILE [--timeline FILE ...] [--seeds 100] [--json OUT]',
  'npm run autonomy:replay -- --days 7 [--rate 1000] [--json OUT]',
].join('\n');

/** Reads the command line. Throws `autonomy.usage` with what is wrong. */
export function replayOptions(args: readonly string[]): AutonomyReplayOptions {
  const { values } = parsed(args);
  const { mood = 'neutral', engine = 'v2', compare = false } = values;
  const timelines = values.timeline ?? [];
  if (timelines.length === 0 && values.days === undefined && !values.help) throw usage('Say which timeline.');
  if (!(mood in MOODS)) throw usage(`There is no mood ${mood}. There are: ${Object.keys(MOODS).join(', ')}.`);
  if (engine !== 'v1' && engine !== 'v2') throw usage('The engine is v2 or v1.');
  if (timelines.length > 1 && !compare) throw usage('One timeline is replayed at a time; several are compared.');
  return {
    ...{ timelines, mood: mood as MoodName, engine, json: values.json, compare },
    seed: wholeNumber(values.seed, 'seed') ?? 1,
    actions: wholeNumber(values.actions, 'actions'),
    seeds: wholeNumber(values.seeds, 'seeds') ?? 100,
    days: wholeNumber(values.days, 'days'),
    rate: wholeNumber(values.rate, 'rate') ?? 1_000,
    help: values.help ?? false,
  };
}

function parsed(args: readonly string[]): { values: Values } {
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...{ timeline: { type: 'string', multiple: true }, mood: { type: 'string' }, engine: { type: 'string' } },
        ...{ seed: { type: 'string' }, json: { type: 'string' }, actions: { type: 'string' } },
        ...{
          compare: { type: 'boolean' },
          seeds: { type: 'string' },
          days: { type: 'string' },
          rate: { type: 'string' },
          help: { type: 'boolean', short: 'h' },
        },
      },
    });
  } catch (error) {
    throw usage(error instanceof Error ? error.message : 'That is not understood.');
  }
}

interface Values {
  readonly timeline?: string[];
  readonly mood?: string;
  readonly engine?: string;
  readonly seed?: string;
  readonly json?: string;
  readonly actions?: string;
  readonly compare?: boolean;
  readonly seeds?: string;
  readonly days?: string;
  readonly rate?: string;
  readonly help?: boolean;
}

function wholeNumber(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw usage(`--${name} is a whole number.`);
  return Number(text);
}

function usage(why: string): AppError {
  return new AppError('autonomy.usage', `${why}\n${REPLAY_USAGE}`, { kind: 'invalid' });
}
