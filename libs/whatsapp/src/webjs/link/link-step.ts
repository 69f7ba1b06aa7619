import type { LinkPolicy } from './link-policy.js';
import type { LinkAction, LinkSignal, Probe } from './link-signal.js';
import { STOPPED_LINK, type LinkState } from './link-state.js';
import { socketMeaning } from './socket-meaning.js';

export interface LinkStep {
  readonly next: LinkState;
  readonly actions: readonly LinkAction[];
}

/** What the decision may look at besides the state. */
export interface LinkCircumstances {
  readonly now: number;
  /** 0 up to 1, for the jitter. */
  readonly chance: number;
  readonly policy: LinkPolicy;
}

/** So many times its limit, and a browser's memory can't wait any more. */
const URGENT = 1.5;
const ENDED = ['STOPPED', 'LOGGED_OUT', 'RESTRICTED', 'FAILED'];
const LINKED = ['READY', 'DEGRADED'];

/** What a signal makes of a connection. After an end only a start or a stop counts. */
export function linkStep(link: LinkState, signal: LinkSignal, around: LinkCircumstances): LinkStep {
  if (ENDED.includes(link.state) && signal.type !== 'start' && signal.type !== 'stop') return stay(link);
  switch (signal.type) {
    case 'start':
      return open({ ...STOPPED_LINK }, around);
    case 'stop':
      return { next: STOPPED_LINK, actions: ['close'] };
    case 'start-failed':
      return startFailed(link, signal, around);
    case 'qr':
      return around.now < link.codeUntil ? stay(link) : waitForPhone(link, { kind: 'qr', text: signal.text });
    case 'code':
      return waitForPhone(
        { ...link, codeUntil: around.now + around.policy.codeMs },
        { kind: 'code', code: signal.code },
      );
    case 'socket':
      return onSocket(link, signal.state, around);
    case 'document':
      return link.isPageReady ? syncing({ ...link, isPageReady: false }, 'The page loads anew.', around) : stay(link);
    case 'ready':
      return ready(link, around);
    case 'logged-out':
      return end(link, 'LOGGED_OUT', 'The phone has logged this account out. Start it and link it again.', true);
    case 'lost':
      return retry(link, signal.reason, around);
    case 'probed':
      return onProbe(link, signal.probe, around);
    case 'tick':
      return onTick(link, around);
  }
}

function startFailed(
  link: LinkState,
  { reason, kind }: Extract<LinkSignal, { type: 'start-failed' }>,
  around: LinkCircumstances,
): LinkStep {
  if (kind === 'hopeless') return end(link, 'FAILED', reason);
  const launchFailures = kind === 'launch' ? link.launchFailures + 1 : 0;
  if (launchFailures >= around.policy.mostLaunches) {
    return end(link, 'FAILED', `${reason} Given up after ${launchFailures} tries; start the account to try again.`);
  }
  return retry({ ...link, launchFailures }, reason, around);
}

function onSocket(link: LinkState, state: string, around: LinkCircumstances): LinkStep {
  const meaning = socketMeaning(state);
  switch (meaning.kind) {
    case 'connected':
      if (link.isPageReady) return link.state === 'RECONNECTING' ? ready(link, around) : stay(link);
      return link.state === 'SYNCING' ? stay(link) : syncing(link, null, around);
    case 'connecting':
      return link.isPageReady && LINKED.includes(link.state) ? lineLost(link, around) : stay(link);
    case 'pairing':
      return link.state === 'WAIT_QR' ? pairing(link, around) : stay(link);
    case 'unpaired':
      if (link.isPageReady) return linkStep(link, { type: 'logged-out' }, around);
      return link.state === 'WAIT_QR' && meaning.isIdle ? { next: link, actions: ['refresh-qr'] } : stay(link);
    case 'restricted':
      return end(link, 'RESTRICTED', meaning.reason);
    case 'broken':
      return retry(link, meaning.reason, around);
    case 'unheard-of':
      return stay(link);
  }
}

function onProbe(link: LinkState, { socket, memory, idle }: Probe, around: LinkCircumstances): LinkStep {
  const { policy, now } = around;
  if (socket === null) {
    if (!LINKED.includes(link.state) && link.state !== 'WAIT_QR') return stay(link);
    if (link.missedProbes > 0) return retry(link, 'The page does not answer any more.', around);
    const next = { ...link, missedProbes: 1 };
    return stay(link.state === 'READY' ? { ...next, state: 'DEGRADED', reason: 'The page does not answer.' } : next);
  }
  const answered = { ...link, missedProbes: 0 };
  if (!LINKED.includes(link.state)) return onSocket(answered, socket, around);
  // Between two messages rather than in the middle of one, as long as there is time for that.
  if (policy.memoryLimit > 0 && memory > policy.memoryLimit * (idle > 0 ? 1 : URGENT)) {
    return recycle(answered, `The browser grew to ${Math.round(memory / 2 ** 20)} MB.`, now);
  }
  const isOld = policy.recycleAfterMs > 0 && now - link.openedAt >= policy.recycleAfterMs;
  if (isOld && idle >= policy.idleMs)
    return recycle(answered, 'The browser is started anew, as it is from time to time.', now);
  return onSocket(link.state === 'DEGRADED' ? { ...answered, state: 'READY', reason: null } : answered, socket, around);
}

function onTick(link: LinkState, around: LinkCircumstances): LinkStep {
  if (!link.deadline || around.now < link.deadline.at) return stay(link);
  switch (link.deadline.what) {
    case 'started':
      return retry(link, 'WhatsApp Web did not come up.', around);
    case 'paired':
      return retry(link, 'The phone did not finish the linking.', around);
    case 'synced':
      if (link.isNudged) return retry(link, 'WhatsApp Web is connected, but never became ready.', around);
      return { next: { ...syncing(link, link.reason, around).next, isNudged: true }, actions: ['nudge'] };
    case 'line-back':
      return retry(link, 'The page did not find its line to WhatsApp again.', around);
    case 'try-again':
      return open(link, around);
  }
}

function open(link: LinkState, { now, policy }: LinkCircumstances): LinkStep {
  const next: LinkState = {
    ...link,
    state: 'STARTING',
    deadline: { what: 'started', at: now + policy.startMs },
    openedAt: now,
    isNudged: false,
    missedProbes: 0,
  };
  return { next, actions: ['open'] };
}

function waitForPhone(link: LinkState, linking: LinkState['linking']): LinkStep {
  const reason = 'Link a phone: scan the QR code in WhatsApp, under Linked devices, or type in a pairing code.';
  return stay({ ...link, state: 'WAIT_QR', reason, linking, deadline: null, failures: 0, launchFailures: 0 });
}

function pairing(link: LinkState, { now, policy }: LinkCircumstances): LinkStep {
  const deadline = { what: 'paired', at: now + policy.pairMs } as const;
  return stay({ ...link, state: 'PAIRING', reason: 'The phone links this account.', linking: undefined, deadline });
}

function syncing(link: LinkState, reason: string | null, { now, policy }: LinkCircumstances): LinkStep {
  const deadline = { what: 'synced', at: now + policy.syncMs } as const;
  return stay({ ...link, state: 'SYNCING', reason, linking: undefined, deadline, isNudged: false });
}

/** Only the first of several in a row says anything new. */
function ready(link: LinkState, { now }: LinkCircumstances): LinkStep {
  if (link.isPageReady && LINKED.includes(link.state)) return stay(link);
  const next: LinkState = {
    ...link,
    state: 'READY',
    reason: null,
    linking: undefined,
    deadline: null,
    isPageReady: true,
    readySince: link.readySince ?? now,
    launchFailures: 0,
    missedProbes: 0,
    codeUntil: 0,
  };
  return { next, actions: ['catch-up'] };
}

function lineLost(link: LinkState, { now, policy }: LinkCircumstances): LinkStep {
  const deadline = { what: 'line-back', at: now + policy.lineMs } as const;
  return stay({
    ...link,
    state: 'RECONNECTING',
    reason: 'The line to WhatsApp is down; the page looks for it.',
    deadline,
  });
}

function retry(link: LinkState, reason: string, { now, chance, policy }: LinkCircumstances): LinkStep {
  if (link.deadline?.what === 'try-again') return stay(link);
  const wasHealthy = link.readySince !== null && now - link.readySince >= policy.healthyMs;
  const failures = wasHealthy ? 0 : link.failures;
  const wait = waitBefore(failures, chance, policy);
  const next: LinkState = {
    ...gone(link),
    state: 'RECONNECTING',
    reason: `${reason} Trying again in ${Math.max(1, Math.round(wait / 1_000))} s.`,
    failures: failures + 1,
    deadline: { what: 'try-again', at: now + wait },
  };
  return { next, actions: ['close'] };
}

/** Ends a browser that works, so that the next one starts small. No failure: the next comes at once. */
function recycle(link: LinkState, reason: string, now: number): LinkStep {
  const next: LinkState = { ...gone(link), state: 'RECONNECTING', reason, deadline: { what: 'try-again', at: now } };
  return { next, actions: ['close'] };
}

function end(link: LinkState, state: 'LOGGED_OUT' | 'RESTRICTED' | 'FAILED', reason: string, forget = false): LinkStep {
  return { next: { ...gone(link), state, reason }, actions: forget ? ['close', 'forget'] : ['close'] };
}

/** Without anything that a browser knew. */
function gone(link: LinkState): LinkState {
  return {
    ...link,
    linking: undefined,
    deadline: null,
    isPageReady: false,
    readySince: null,
    codeUntil: 0,
    missedProbes: 0,
  };
}

function stay(next: LinkState): LinkStep {
  return { next, actions: [] };
}

/** 2 s doubling to 5 min, each between half of that and all of it, so that many accounts don't come at once. */
function waitBefore(failures: number, chance: number, { firstWaitMs, longestWaitMs }: LinkPolicy): number {
  return Math.min(firstWaitMs * 2 ** failures, longestWaitMs) * (0.5 + chance / 2);
}
