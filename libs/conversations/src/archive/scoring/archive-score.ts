import { holdsOf, type ChatWork } from '../chat-holds.js';

/** What is known of a chat when somebody asks whether it may be put away. */
export interface ArchiveSignals extends ChatWork {
  readonly lastMessageAt: Date;
  /** When a contact last wrote; null: never. */
  readonly lastContactAt: Date | null;
  /** When the operator brought it back from the archive. */
  readonly restoredAt: Date | null;
  /** The contact asked something last, and nobody answered. */
  readonly openQuestion: boolean;
  readonly takenOverUntil: Date | null;
  /** Said STOP: there is nothing to answer any more. */
  readonly optedOut: boolean;
  readonly openReminders: number;
  readonly tags: readonly string[];
  readonly category: string | null;
  readonly sentiment: string | null;
  /** 0-1; undefined when nobody says. */
  readonly importance?: number;
  /** 0-100; undefined when nobody says. */
  readonly relationship?: number;
}

export interface ArchivePolicy {
  /** A chat whose last message is older is put away, in days. */
  readonly afterDays: number;
  /**
   * A chat in which the contact wrote nothing for so long is put away when the score says so, in days. One that the operator brought back
   * stays for as long, unless something is said in it.
   */
  readonly inactiveAfterDays: number;
}

export interface ArchiveScore {
  /** 0-100: how much speaks for putting it away. */
  readonly score: number;
  readonly decision: 'archive' | 'keep';
  /** Sentences for people, the deciding one first. */
  readonly reasons: readonly string[];
  /** What keeps it from being put away by itself, but not by hand: sentences for people. */
  readonly cares: readonly string[];
}

/** From here on an inactive chat is put away. */
const ENOUGH = 50;
const DAY_MS = 86_400_000;

const CARE: Readonly<Record<string, number>> = {
  urgent: 30,
  follow_up: 25,
  complaint: 25,
  payment: 15,
  price_inquiry: 15,
  question: 10,
  appointment: 10,
};
const IDLE: Readonly<Record<string, number>> = { greeting: 5, thanks: 10 };

/**
 * Whether a chat may be put away. What is open keeps it, whatever its age; then its age decides; then, for one that only we still write
 * in, what is known about it: each point for or against is one of the reasons.
 */
export function archiveScore(signals: ArchiveSignals, policy: ArchivePolicy, now: Date): ArchiveScore {
  const cares = caresOf(signals, now);
  const open = [...holdsOf(signals).map(({ text }) => text), ...cares];
  if (open.length > 0) return { score: 0, decision: 'keep', reasons: open, cares };
  return { ...aged(signals, policy, now), cares };
}

function aged(signals: ArchiveSignals, policy: ArchivePolicy, now: Date): Omit<ArchiveScore, 'cares'> {
  const back = signals.restoredAt && signals.lastMessageAt <= signals.restoredAt ? signals.restoredAt : null;
  if (back && daysSince(back, now) < policy.inactiveAfterDays) {
    const reason = `You brought it back ${days(daysSince(back, now))} ago: it stays for ${days(policy.inactiveAfterDays)}.`;
    return { score: 0, decision: 'keep', reasons: [reason] };
  }
  const age = daysSince(signals.lastMessageAt, now);
  if (age >= policy.afterDays) {
    const reason = `The last message is ${days(age)} old: chats are archived after ${days(policy.afterDays)}.`;
    return { score: 100, decision: 'archive', reasons: [reason] };
  }
  const silence = daysSince(signals.lastContactAt ?? signals.lastMessageAt, now);
  if (silence < policy.inactiveAfterDays) {
    const reason = `The contact wrote ${days(silence)} ago: chats are looked at after ${days(policy.inactiveAfterDays)}.`;
    return { score: 0, decision: 'keep', reasons: [reason] };
  }
  return weighed(signals, silence, policy);
}

/** What must not be forgotten. */
function caresOf({ openQuestion, openReminders, takenOverUntil, optedOut }: ArchiveSignals, now: Date): string[] {
  const reasons: string[] = [];
  if (openQuestion && !optedOut) reasons.push('The contact asked something that nobody answered.');
  if (openReminders > 0)
    reasons.push(`${openReminders === 1 ? 'A reminder is' : `${openReminders} reminders are`} open.`);
  if (takenOverUntil && takenOverUntil > now) reasons.push('The owner has taken this chat over.');
  return reasons;
}

function weighed(
  signals: ArchiveSignals,
  silence: number,
  { inactiveAfterDays }: ArchivePolicy,
): Omit<ArchiveScore, 'cares'> {
  const over = Math.min(1, (silence - inactiveAfterDays) / inactiveAfterDays);
  const points: Point[] = [
    { points: ENOUGH + Math.round(over * 30), text: `The contact wrote nothing for ${days(silence)}.` },
    ...signals.tags.flatMap((tag) => tagPoints(tag)),
    ...tagPoints(signals.category, 'Its category is'),
    ...moodPoints(signals.sentiment),
    ...sharePoints(signals.importance, 30, 'It is important'),
    ...sharePoints(
      signals.relationship === undefined ? undefined : signals.relationship / 100,
      30,
      'The contact is close',
    ),
  ];
  const score = Math.max(
    0,
    Math.min(
      100,
      points.reduce((sum, point) => sum + point.points, 0),
    ),
  );
  const decision = score >= ENOUGH ? 'archive' : 'keep';
  const verdict =
    decision === 'archive'
      ? `Little speaks for keeping it: ${score} of 100.`
      : `It is worth keeping: ${score} of 100, ${ENOUGH} archive.`;
  return {
    score,
    decision,
    reasons: [verdict, ...points.map(({ text, points: by }) => `${text} (${by > 0 ? '+' : ''}${by})`)],
  };
}

interface Point {
  readonly points: number;
  readonly text: string;
}

function tagPoints(tag: string | null, says = 'It is tagged'): Point[] {
  const [care, idle] = [CARE[tag ?? ''], IDLE[tag ?? '']];
  if (care !== undefined) return [{ points: -care, text: `${says} ${tag}.` }];
  return idle === undefined ? [] : [{ points: idle, text: `${says} ${tag}.` }];
}

function moodPoints(sentiment: string | null): Point[] {
  if (sentiment === 'negative')
    return [{ points: -15, text: 'Its mood is negative: somebody may have to make up for something.' }];
  if (sentiment === 'mixed') return [{ points: -5, text: 'Its mood is mixed.' }];
  return [];
}

function sharePoints(share: number | undefined, most: number, text: string): Point[] {
  const points = Math.round((share ?? 0) * most);
  return points > 0 ? [{ points: -points, text: `${text}: ${Math.round((share ?? 0) * 100)} %.` }] : [];
}

function daysSince(date: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - date.getTime()) / DAY_MS));
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
