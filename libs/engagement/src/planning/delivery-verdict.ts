import { allowedWindows } from './allowed-windows.js';
import { earliestTime } from './earliest-time.js';
import type { EngagementPolicy } from './engagement-policy.js';
import { eligibility } from './eligibility.js';
import { obstacle } from './obstacle.js';
import type { PersonState } from './person-state.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** How long what is in the outbox may wait there. */
const OUTBOX_MS = 30 * MINUTE_MS;
/** What leaves this close to the quiet hours might come in them. */
const ROOM_MS = 2 * MINUTE_MS;
const AGAIN_MS = 5 * MINUTE_MS;
/** The Cloud API lets nobody be written to freely whose last word is a day old; half an hour is for the way. */
const CLOUD_WINDOW_MS = 23.5 * HOUR_MS;

/** What is looked at of an engagement before it leaves. */
export interface DuePlan {
  readonly mode: 'automatic' | 'approve';
  readonly approvedAt: Date | null;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly expiresAt: Date;
  /** Whether its text is a template that the Cloud API knows. */
  readonly hasCloudTemplate: boolean;
  /** Somebody sends it now: due and approved, everything else holds. */
  readonly sendNow?: boolean;
}

export type DeliveryVerdict =
  | { readonly kind: 'send'; readonly expiresAt: Date }
  | { readonly kind: 'wait'; readonly until: Date; readonly reason: string }
  | { readonly kind: 'end'; readonly status: 'skipped' | 'expired' | 'failed'; readonly reason: string };

/** May this plan leave now? Everything that was true when it was made is looked at again; the first that holds decides. */
export function deliveryVerdict(
  plan: DuePlan,
  person: PersonState,
  policy: EngagementPolicy,
  now: Date,
): DeliveryVerdict {
  return (
    tooLate(plan, now) ??
    notNow(plan, policy, now) ??
    unwanted(person, policy, now) ??
    changedSince(plan, person) ??
    outsideCloudWindow(plan, person, now) ??
    calm(plan, person, policy, now) ??
    withinWindow(plan, person, now)
  );
}

function tooLate({ expiresAt }: DuePlan, now: Date): DeliveryVerdict | null {
  return now >= expiresAt ? end('expired', 'too-late') : null;
}

function notNow(plan: DuePlan, policy: EngagementPolicy, now: Date): DeliveryVerdict | null {
  if (!policy.enabled) return wait(after(now, AGAIN_MS), 'disabled');
  if (plan.sendNow) return null;
  if (plan.mode === 'approve' && !plan.approvedAt) {
    const until = after(plan.dueAt, policy.scheduleAdvanceHours * HOUR_MS);
    return now >= until ? end('expired', 'not-approved') : wait(until, 'not-approved');
  }
  return now < plan.dueAt ? wait(plan.dueAt, 'not-due') : null;
}

/** What stands between them and us, and whether they are still near enough. An account comes back; people are not waited for. */
function unwanted(person: PersonState, policy: EngagementPolicy, now: Date): DeliveryVerdict | null {
  const found = obstacle(person, now);
  if (found?.reason.code === 'account-not-ready') return wait(after(now, AGAIN_MS), 'account-not-ready');
  if (found) return end('skipped', found.reason.code);
  const apart = eligibility({ ...person, ...FRESH }, policy, now);
  return apart.ok ? null : end('skipped', apart.reasons[0]?.code ?? 'not-eligible');
}

/** Without what was sent before: the relationship alone is looked at. */
const FRESH = { pending: 0, handedAt: [], lastEngagedAt: null, unanswered: 0 } as const;

function changedSince({ createdAt }: DuePlan, { lastHeardAt, lastWrittenAt }: PersonState): DeliveryVerdict | null {
  if (lastHeardAt && lastHeardAt > createdAt) return end('skipped', 'answered-meanwhile');
  return lastWrittenAt && lastWrittenAt > createdAt ? end('skipped', 'written-meanwhile') : null;
}

function outsideCloudWindow(plan: DuePlan, { account, lastHeardAt }: PersonState, now: Date): DeliveryVerdict | null {
  if (account.connector !== 'cloud-api' || plan.hasCloudTemplate) return null;
  const isOpen = lastHeardAt !== null && now.getTime() - lastHeardAt.getTime() < CLOUD_WINDOW_MS;
  return isOpen ? null : end('skipped', 'outside-24h-window');
}

/** The caps, and the patience with whoever has not answered. */
function calm(plan: DuePlan, person: PersonState, policy: EngagementPolicy, now: Date): DeliveryVerdict | null {
  const earliest = earliestTime(person, policy, now);
  if (earliest === 'stop') return end('skipped', 'gave-up');
  if (earliest.at <= now) return null;
  const code = earliest.reasons.at(-1)?.code ?? 'min-interval';
  return earliest.at < plan.expiresAt ? wait(earliest.at, code) : end('skipped', code);
}

/** Quiet hours and the change of clocks are turned into one time by which it must have left. */
function withinWindow(plan: DuePlan, { zones, quiet }: PersonState, now: Date): DeliveryVerdict {
  const windows = allowedWindows(zones, quiet, now, after(plan.expiresAt, HOUR_MS));
  const open = windows.find(({ until }) => after(until, -ROOM_MS) > now);
  if (!open || open.from >= plan.expiresAt) return end('expired', 'quiet-hours');
  if (open.from > now) return wait(open.from, 'quiet-hours');
  const expiresAt = Math.min(now.getTime() + OUTBOX_MS, open.until.getTime() - ROOM_MS, plan.expiresAt.getTime());
  return { kind: 'send', expiresAt: new Date(expiresAt) };
}

function wait(until: Date, reason: string): DeliveryVerdict {
  return { kind: 'wait', until, reason };
}

function end(status: 'skipped' | 'expired', reason: string): DeliveryVerdict {
  return { kind: 'end', status, reason };
}

function after(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}
