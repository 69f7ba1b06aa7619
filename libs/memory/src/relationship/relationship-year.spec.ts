import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { presentOf, type Present } from './decay.js';
import type { Interaction } from './interaction.js';
import { progress } from './progress.js';
import { NEW_STANDING } from './standing.js';

const DAY_MS = 86_400_000;
const START = new Date('2026-01-01T18:00:00Z').getTime();
const NAMES = ['level', 'trust', 'intimacy'] as const;

const TALKS = {
  warm: { messages: 20, talk: 20, warmth: 0.9, disclosure: 0.7, interest: 0.8, thanks: 0.5 },
  friendly: { messages: 12, talk: 12, warmth: 0.6, disclosure: 0.3, interest: 0.5, thanks: 0.4 },
  plain: { messages: 6, talk: 6, thanks: 0.3 },
  hostile: { messages: 5, talk: 5, hostility: 0.8 },
  spam: { messages: 1_000, talk: 1_000, reciprocity: 0.1 },
} satisfies Readonly<Record<string, Partial<Interaction>>>;

/** What is said on each day of the year; undefined: nothing. */
type Person = (day: number) => keyof typeof TALKS | undefined;

const PEOPLE = {
  'talks every day, warmly': () => 'warm',
  'talks every day, in a friendly way': () => 'friendly',
  'talks every day, of business only': () => 'plain',
  'writes once a week, warmly': (day) => (day % 7 === 0 ? 'warm' : undefined),
  'writes once a month, warmly': (day) => (day % 30 === 0 ? 'warm' : undefined),
  'asked one thing, once': (day) => (day === 0 ? 'plain' : undefined),
  'insults every day': () => 'hostile',
  'is warm, with a quarrel each month': (day) => (day % 30 === 29 ? 'hostile' : 'warm'),
  'was warm for half a year, then hostile': (day) => (day < 180 ? 'warm' : 'hostile'),
  'was hostile for a month, then warm': (day) => (day < 30 ? 'hostile' : 'warm'),
  'was warm, was away for three months, came back': (day) => (day >= 180 && day < 270 ? undefined : 'warm'),
  'was warm for half a year, then silent': (day) => (day < 180 ? 'warm' : undefined),
  'was warm for half a year, then businesslike': (day) => (day < 180 ? 'warm' : 'plain'),
  'grew slowly: plain, then friendly, then warm': (day) =>
    day % 2 === 1 ? undefined : day < 90 ? 'plain' : day < 200 ? 'friendly' : 'warm',
  'sent a thousand messages on one day': (day) => (day === 0 ? 'spam' : undefined),
} satisfies Readonly<Record<string, Person>>;

function newInteraction(interaction: Partial<Interaction>): Interaction {
  return {
    ...{ at: new Date(START), messages: 1, talk: 1, reciprocity: 1, begunByThem: true },
    ...{ warmth: 0, thanks: 0, disclosure: 0, interest: 0, hostility: 0, emotion: null, topics: {} },
    ...interaction,
  };
}

/** How the two stand at the end of each day. */
function year(person: Person): Present[] {
  let standing = NEW_STANDING;
  return Array.from({ length: 365 }, (_, day) => {
    const at = new Date(START + day * DAY_MS);
    const talk = person(day);
    if (talk !== undefined) standing = progress(standing, newInteraction({ ...TALKS[talk], at }), at);
    return presentOf(standing, at);
  });
}

const YEARS = Object.fromEntries(Object.entries(PEOPLE).map(([name, person]) => [name, year(person)])) as Record<
  keyof typeof PEOPLE,
  Present[]
>;

/** level/trust/intimacy and stage after so many days. */
function after(name: keyof typeof PEOPLE, days: number): string {
  const present = YEARS[name][days - 1];
  return present ? `${NAMES.map((one) => Math.round(present[one])).join('/')} ${present.stage}` : '';
}

function steps(days: readonly Present[], name: (typeof NAMES)[number]): number[] {
  return days.slice(1).map((day, index) => day[name] - (days[index]?.[name] ?? 0));
}

/** What operators read, with one space where a table has many. */
async function documented(): Promise<string> {
  return (await readFile(join(import.meta.dirname, '../../../../docs/memory.md'), 'utf8')).replace(/ +/g, ' ');
}

describe('a year with somebody who', () => {
  it.each([
    ['talks every day, warmly', '28/37/10 acquaintance', '66/63/35 friend', '88/83/66 intimate', '96/95/87 partner'],
    [
      'talks every day, in a friendly way',
      '18/31/8 acquaintance',
      '46/49/25 friend',
      '65/65/40 close_friend',
      '74/76/50 close_friend',
    ],
    [
      'talks every day, of business only',
      '8/24/1 acquaintance',
      '21/32/2 acquaintance',
      '32/40/3 acquaintance',
      '41/48/4 acquaintance',
    ],
    [
      'writes once a week, warmly',
      '4/22/2 acquaintance',
      '13/27/5 acquaintance',
      '27/36/10 acquaintance',
      '50/52/22 friend',
    ],
    ['writes once a month, warmly', '1/20/0 stranger', '2/21/1 stranger', '3/22/1 stranger', '6/25/2 acquaintance'],
    ['asked one thing, once', '0/20/0 stranger', '0/20/0 stranger', '0/20/0 stranger', '0/20/0 stranger'],
    ['insults every day', '0/2/0 stranger', '0/0/0 stranger', '0/0/0 stranger', '0/0/0 stranger'],
    [
      'is warm, with a quarrel each month',
      '26/33/9 acquaintance',
      '57/51/28 friend',
      '74/61/47 close_friend',
      '80/67/61 intimate',
    ],
    [
      'was warm for half a year, then hostile',
      '28/37/10 acquaintance',
      '66/63/35 friend',
      '88/83/66 intimate',
      '0/0/0 stranger',
    ],
    [
      'was hostile for a month, then warm',
      '0/2/0 stranger',
      '51/42/16 friend',
      '83/74/51 close_friend',
      '96/93/85 intimate',
    ],
    [
      'was warm, was away for three months, came back',
      '28/37/10 acquaintance',
      '66/63/35 friend',
      '88/83/66 intimate',
      '88/87/71 intimate',
    ],
    [
      'was warm for half a year, then silent',
      '28/37/10 acquaintance',
      '66/63/35 friend',
      '88/83/66 intimate',
      '51/61/30 friend',
    ],
    [
      'was warm for half a year, then businesslike',
      '28/37/10 acquaintance',
      '66/63/35 friend',
      '88/83/66 intimate',
      '80/79/57 intimate',
    ],
    [
      'grew slowly: plain, then friendly, then warm',
      '4/22/0 acquaintance',
      '12/27/1 acquaintance',
      '36/42/15 friend',
      '80/76/54 close_friend',
    ],
    ['sent a thousand messages on one day', '1/20/0 stranger', '0/20/0 stranger', '0/20/0 stranger', '0/20/0 stranger'],
  ] as const)('%s', async (name, ...expected) => {
    expect([30, 90, 180, 365].map((days) => after(name, days))).toEqual(expected);
    expect(await documented()).toContain(`| ${[name, ...expected].join(' | ')} |`);
  });

  it.each(Object.entries(YEARS))('%s moves the numbers by little a day, and never out of 0-100', (_, days) => {
    for (const name of NAMES) {
      expect(Math.max(...days.map((day) => day[name]))).toBeLessThanOrEqual(100);
      expect(Math.min(...days.map((day) => day[name]))).toBeGreaterThanOrEqual(0);
      expect(Math.max(...steps(days, name))).toBeLessThan(1.5);
      expect(Math.min(...steps(days, name))).toBeGreaterThan(name === 'trust' ? -8 : -5);
    }
  });

  it.each([
    'talks every day, warmly',
    'writes once a week, warmly',
    'grew slowly: plain, then friendly, then warm',
  ] as const)('%s only comes nearer', (name) => {
    for (const one of NAMES) expect(Math.min(...steps(YEARS[name], one))).toBeGreaterThanOrEqual(0);
  });

  it.each(['insults every day', 'was warm for half a year, then silent'] as const)(
    '%s only goes away from then on',
    (name) => {
      for (const one of NAMES) expect(Math.max(...steps(YEARS[name].slice(188), one))).toBeLessThanOrEqual(0);
    },
  );

  it('loses trust in weeks that took months to earn, and can earn it again', () => {
    const days = YEARS['was warm for half a year, then hostile'];
    const earned = days.findIndex(({ trust }) => trust >= 60);
    const lost = days.findIndex(({ trust }, day) => day > 180 && trust < 30) - 180;
    expect(earned).toBeGreaterThan(70);
    expect(lost).toBeLessThan(21);
    expect(YEARS['was hostile for a month, then warm'][364]?.trust).toBeGreaterThan(80);
  });

  it('becomes a partner only after months of being very near', () => {
    let standing = NEW_STANDING;
    const days = Array.from({ length: 730 }, (_, day) => {
      const at = new Date(START + day * DAY_MS);
      standing = progress(standing, newInteraction({ ...TALKS.warm, warmth: 1, disclosure: 1, at }), at);
      return standing;
    });
    const near = days.findIndex(({ trust, intimacy }) => trust >= 80 && intimacy >= 80);
    const partner = days.findIndex(({ stage }) => stage === 'partner');
    expect(near).toBeGreaterThan(200);
    expect(partner - near).toBe(60);
  });
});
