import { parseArgs } from 'node:util';

import { AppError } from '#kernel';

export interface SimulateOptions {
  readonly days: number;
  readonly contacts: number;
  readonly seed: number;
  readonly json: string | undefined;
  /** Nothing but how it is used was asked for. */
  readonly help: boolean;
}

export const SIMULATE_USAGE = 'npm run engagement:simulate -- [--days 90] [--contacts 1000] [--seed 1] [--json OUT]';

/** Reads the command line. Throws `engagement.usage` with what is wrong. */
export function simulateOptions(args: readonly string[]): SimulateOptions {
  const values = parsed(args);
  return {
    days: wholeNumber(values.days, 'days', 365) ?? 90,
    contacts: wholeNumber(values.contacts, 'contacts', 100_000) ?? 1_000,
    seed: wholeNumber(values.seed, 'seed', 999_999) ?? 1,
    json: values.json,
    help: values.help ?? false,
  };
}

function parsed(args: readonly string[]): Values {
  const text = { type: 'string' } as const;
  try {
    const help = { type: 'boolean', short: 'h' } as const;
    return parseArgs({ args: [...args], options: { days: text, contacts: text, seed: text, json: text, help } }).values;
  } catch (error) {
    throw usage(error instanceof Error ? error.message : 'That is not understood.');
  }
}

function wholeNumber(text: string | undefined, name: string, most: number): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > most) throw usage(`--${name} is a whole number from 1 to ${most}.`);
  return number;
}

function usage(why: string): AppError {
  return new AppError('engagement.usage', `${why}\n${SIMULATE_USAGE}`, { kind: 'invalid' });
}

type Values = Partial<Record<'days' | 'contacts' | 'seed' | 'json', string>> & { readonly help?: boolean };
