/** How a language says a time of the clock: regular expressions without groups that have names. */
export interface ClockWords {
  /** The hours from 0 on, each with its alternatives. */
  readonly numbers: readonly string[];
  /** What stands beside the hour and says nothing: "the", "o'clock". */
  readonly filler: string;
  readonly morning: string;
  readonly afternoon: string;
  /** From the evening to the early morning. */
  readonly night: string;
  readonly noon: string;
  readonly midnight: string;
  /** "half past ten", "diez y media". */
  readonly halfPast?: string;
  /** "halb elf": half an hour before the hour that is named. */
  readonly halfTo?: string;
}

/** A time as it was said: without the part of the day ten may be either of two. */
export interface ClockTime {
  /** 0-24. */
  readonly hour: number;
  readonly minute: number;
  readonly part: 'morning' | 'afternoon' | 'night' | null;
}

/** Reads the times of one language: of a stretch that is nothing but a time, else null. */
export function clockReader(words: ClockWords): (stretch: string) => ClockTime | null {
  const pattern = clockPattern(words);
  const hours = words.numbers.map((number) => new RegExp(`^(?:${number})$`, 'iu'));
  const isNoon = new RegExp(`^(?:${words.noon})$`, 'iu');
  const isMidnight = new RegExp(`^(?:${words.midnight})$`, 'iu');
  return (stretch) => {
    if (isNoon.test(stretch)) return { hour: 12, minute: 0, part: 'afternoon' };
    if (isMidnight.test(stretch)) return { hour: 0, minute: 0, part: 'night' };
    const said = pattern.exec(stretch)?.groups;
    const named = said?.hour;
    if (!said || named === undefined) return null;
    const hour = /^\d+$/.test(named) ? Number(named) : hours.findIndex((number) => number.test(named));
    const minute = said.minute === undefined ? 0 : Number(said.minute);
    if (hour < 0 || hour > 24 || minute > 59) return null;
    return { ...halved({ hour, minute }, said), part: partOf(said) };
  };
}

/** From when on: who says ten means the morning, who says two the afternoon. Minutes of the day. */
export function earliestMinute({ hour, minute, part }: ClockTime): number {
  if (part === null && hour >= 1 && hour < 5) return (hour + 12) * 60 + minute;
  return minuteOf({ hour, minute, part });
}

/** Until when: who says ten means the evening, who says twelve, to be careful, noon. Minutes of the day. */
export function latestMinute({ hour, minute, part }: ClockTime): number {
  if (part === null && hour >= 1 && hour < 12) return (hour + 12) * 60 + minute;
  return minuteOf({ hour, minute, part });
}

function minuteOf({ hour, minute, part }: ClockTime): number {
  return (hourOf(hour, part) % 24) * 60 + minute;
}

function hourOf(hour: number, part: ClockTime['part']): number {
  if (hour > 12 || hour === 0) return hour;
  switch (part) {
    case 'morning':
      return hour % 12;
    case 'afternoon':
      return (hour % 12) + 12;
    case 'night':
      return hour === 12 ? 0 : hour < 5 ? hour : hour + 12;
    case null:
      return hour;
  }
}

function halved(time: Pick<ClockTime, 'hour' | 'minute'>, said: Said): Pick<ClockTime, 'hour' | 'minute'> {
  if (said.halfTo !== undefined) return { hour: (time.hour + 23) % 24, minute: 30 };
  if (said.halfBefore !== undefined || said.halfAfter !== undefined) return { ...time, minute: 30 };
  return time;
}

function partOf(said: Said): ClockTime['part'] {
  if (said.morningBefore !== undefined || said.morningAfter !== undefined) return 'morning';
  if (said.afternoonBefore !== undefined || said.afternoonAfter !== undefined) return 'afternoon';
  return said.nightBefore !== undefined || said.nightAfter !== undefined ? 'night' : null;
}

function clockPattern(words: ClockWords): RegExp {
  const filler = String.raw`(?:(?:${words.filler})\s*)*`;
  const half = words.halfPast ?? '(?!)';
  const part = (where: string): string =>
    String.raw`(?:(?<morning${where}>${words.morning})|(?<afternoon${where}>${words.afternoon})|(?<night${where}>${words.night}))?\s*`;
  const halves = String.raw`(?:(?<halfBefore>${half})|(?<halfTo>${words.halfTo ?? '(?!)'}))?\s*`;
  const hour = String.raw`(?<hour>\d{1,2}|${words.numbers.join('|')})(?:\s?[:.h]\s?(?<minute>\d{2}))?\s*`;
  return new RegExp(
    `^${filler}${part('Before')}${filler}${halves}${filler}${hour}${filler}(?<halfAfter>${half})?\\s*${filler}${part('After')}$`,
    'iu',
  );
}

type Said = Readonly<Record<string, string | undefined>>;
