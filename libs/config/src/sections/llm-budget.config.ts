import { IsInt, IsNumber, IsOptional, Max, Min, ValidateBy } from 'class-validator';

import { FromEnv } from '../variable.js';

/** US dollars for a million tokens: input, output, and what a cache serves and takes in (default: as input). */
export type ModelPrice = readonly [input: number, output: number, cacheRead?: number, cacheWrite?: number];

/** What the language model may cost. */
export class LlmBudgetConfig {
  @FromEnv('LLM_DAILY_BUDGET_USD', {
    default: '0',
    about: 'most that the model may cost a day, in US dollars; tasks stop at 80 % of it; 0 for no limit',
  })
  @IsNumber()
  @Min(0)
  readonly dailyUsd!: number;

  @FromEnv('LLM_CONTACT_DAILY_BUDGET_USD', {
    default: '0',
    about: 'most that one contact may cost a day, in US dollars; 0 for no limit',
  })
  @IsNumber()
  @Min(0)
  readonly contactDailyUsd!: number;

  @FromEnv('LLM_CONTACT_DAILY_CALLS', {
    default: '500',
    about: 'most questions to the model a day for one contact, whatever they cost; 0 for no limit',
  })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  readonly contactDailyCalls!: number;

  @FromEnv('LLM_PRICES', {
    about:
      'prices of models that are not known or not right, US dollars for a million tokens: {"my-model": [input, output, cache read, cache write]}',
  })
  @IsOptional()
  @ValidateBy({
    name: 'arePrices',
    validator: {
      validate: (value) => readPrices(String(value)) !== undefined,
      defaultMessage: () => 'must be JSON such as {"my-model": [0.5, 1.5]}',
    },
  })
  readonly pricesText?: string;

  /** By the name of the model. */
  get prices(): ReadonlyMap<string, ModelPrice> {
    return (this.pricesText && readPrices(this.pricesText)) || new Map();
  }
}

function readPrices(text: string): ReadonlyMap<string, ModelPrice> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const entries = Object.entries(value);
    return entries.every(isEntry) ? new Map(entries) : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(entry: [string, unknown]): entry is [string, ModelPrice] {
  const price = entry[1];
  if (!Array.isArray(price) || price.length < 2 || price.length > 4) return false;
  return price.every((dollars) => typeof dollars === 'number' && dollars >= 0 && Number.isFinite(dollars));
}
