import type { Decision, Reason } from './decision.js';
import { NEVER } from './signals.js';

/** A decision in words for the operator, a line for each reason. The mood is named where it is what holds back. */
export function explain({ action, reasons }: Decision, mood: string): string[] {
  return reasons.map((reason) => {
    const words = wordsOf(reason, mood);
    if (reason.action === null || reason.action === action) return words;
    return `${reason.action} waits: ${words}`;
  });
}

function wordsOf({ name, has, needs }: Reason, mood: string): string {
  switch (name) {
    case 'impulsiveness':
    case 'sociability':
    case 'energy':
      return `mood ${mood}: ${name} ${short(has)}, ${short(needs)} needed`;
    case 'shares':
      return has === 1 ? `mood ${mood} likes to share things` : `mood ${mood} does not share things`;
    case 'messages-since':
      return `${has} messages since its last appearance, ${needs} needed (mood ${mood})`;
    case 'momentum':
      return `momentum ${short(has)}, ${short(needs)} needed`;
    case 'speakers':
      return `${has} people writing, ${needs} needed`;
    case 'pause':
      return `its last appearance ${ago(has)}, ${lasting(needs)} needed`;
    case 'alive':
      return `the last message ${ago(has)}, at most ${lasting(needs)}`;
    case 'activity':
      return `somebody began something ${ago(has)}, at most ${lasting(needs)}`;
    case 'company':
      return `somebody came in, the last message ${ago(has)}, at most ${lasting(needs)}`;
    case 'few-in-hour':
      return `${has} messages in the last hour, at most ${needs}`;
    case 'some-in-hour':
      return `${has} messages in the last hour, ${needs} needed`;
    case 'quiet':
      return `quiet for ${lasting(has)}, ${lasting(needs)} needed (mood ${mood})`;
    case 'answered-since':
      return `${has} messages since it last spoke, ${needs} needed`;
    case 'usual-hour':
      return `at this hour the group is ${short(has)} times as active as on average, ${short(needs)} needed`;
    case 'muted':
      return 'the group is muted';
    case 'silence-asked':
      return `the group asked for silence, for another ${lasting(has)}`;
    case 'exchange':
      return `two people are talking to each other, the last message ${ago(has)}, ${lasting(needs)} needed`;
    case 'hour-cap':
      return `the cap of ${needs} actions in an hour is reached`;
    case 'day-cap':
      return `the cap of ${needs} actions in a day is reached`;
    case 'random-timer':
      return `the random timer drew ${has.toFixed(3)}, less than ${short(needs)} acts`;
  }
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function ago(seconds: number): string {
  return seconds === NEVER ? 'never' : `${lasting(seconds)} ago`;
}

function lasting(seconds: number): string {
  if (seconds === NEVER) return 'ever';
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 360) / 10} h`;
}
