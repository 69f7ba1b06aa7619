import { LINK_POLICY, type LinkPolicy } from './link-policy.js';
import type { LinkSignal, Probe } from './link-signal.js';
import { STOPPED_LINK, type LinkState } from './link-state.js';
import { linkStep, type LinkStep } from './link-step.js';

const MB = 2 ** 20;
const POLICY: LinkPolicy = { ...LINK_POLICY, memoryLimit: 1_000 * MB, recycleAfterMs: 3_600_000 };
const QR: LinkSignal = { type: 'qr', text: 'a,b' };
const READY: LinkSignal = { type: 'ready' };
const TICK: LinkSignal = { type: 'tick' };
const socket = (state: string): LinkSignal => ({ type: 'socket', state });
const lost: LinkSignal = { type: 'lost', reason: 'Gone.' };
const probed = (probe: Partial<Probe>): LinkSignal => ({
  type: 'probed',
  probe: { socket: 'CONNECTED', memory: 0, idle: 0, ...probe },
});

/** Plays signals to a connection, with pauses (numbers, in ms) between them. */
function play(...script: (LinkSignal | number)[]): LinkStep & { now: number } {
  let [now, step]: [number, LinkStep] = [0, { next: STOPPED_LINK, actions: [] }];
  for (const part of script) {
    if (typeof part === 'number') now += part;
    else step = linkStep(step.next, part, { now, chance: 1, policy: POLICY });
  }
  return { ...step, now };
}

const START: LinkSignal = { type: 'start' };
const LINKED = [START, socket('CONNECTED'), READY];

describe('linkStep', () => {
  it.each<[string, (LinkSignal | number)[], LinkState['state'], LinkStep['actions']]>([
    ['a start', [START], 'STARTING', ['open']],
    ['a QR', [START, QR], 'WAIT_QR', []],
    ['a scan', [START, QR, socket('PAIRING')], 'PAIRING', []],
    ['the line after a scan', [START, QR, socket('PAIRING'), socket('CONNECTED')], 'SYNCING', []],
    ['a saved session', [START, socket('OPENING'), socket('CONNECTED')], 'SYNCING', []],
    ['ready', LINKED, 'READY', ['catch-up']],
    ['ready once more: nothing new', [...LINKED, READY], 'READY', []],
    ['a new document', [...LINKED, { type: 'document' }], 'SYNCING', []],
    ['ready in the new document', [...LINKED, { type: 'document' }, READY], 'READY', ['catch-up']],
    ['the first document of all', [START, { type: 'document' }], 'STARTING', []],
    ['a QR that ran out', [START, QR, socket('UNPAIRED_IDLE')], 'WAIT_QR', ['refresh-qr']],

    ['the line lost: the page looks for it', [...LINKED, socket('TIMEOUT')], 'RECONNECTING', []],
    ['the line found', [...LINKED, socket('TIMEOUT'), socket('CONNECTED')], 'READY', ['catch-up']],
    ['the line not found', [...LINKED, socket('TIMEOUT'), POLICY.lineMs, TICK], 'RECONNECTING', ['close']],
    ['a word that nobody knows', [...LINKED, socket('DANCING')], 'READY', []],

    ['never up', [START, POLICY.startMs, TICK], 'RECONNECTING', ['close']],
    ['not up yet', [START, POLICY.startMs - 1, TICK], 'STARTING', []],
    ['never synced: a nudge', [START, socket('CONNECTED'), POLICY.syncMs, TICK], 'SYNCING', ['nudge']],
    [
      'nor after that',
      [START, socket('CONNECTED'), POLICY.syncMs, TICK, POLICY.syncMs, TICK],
      'RECONNECTING',
      ['close'],
    ],
    ['a linking that stops half-way', [START, QR, socket('PAIRING'), POLICY.pairMs, TICK], 'RECONNECTING', ['close']],
    ['nobody scans: it waits', [START, QR, 10 * POLICY.startMs, TICK], 'WAIT_QR', []],

    ['the browser lost', [...LINKED, lost], 'RECONNECTING', ['close']],
    ['lost twice: one retry', [...LINKED, lost, lost], 'RECONNECTING', []],
    ['the retry', [...LINKED, lost, POLICY.firstWaitMs, TICK], 'STARTING', ['open']],
    ['no answer once', [...LINKED, probed({ socket: null })], 'DEGRADED', []],
    ['no answer twice', [...LINKED, probed({ socket: null }), probed({ socket: null })], 'RECONNECTING', ['close']],
    ['an answer again', [...LINKED, probed({ socket: null }), probed({})], 'READY', []],
    ['a line lost that nobody told of', [...LINKED, probed({ socket: 'TIMEOUT' })], 'RECONNECTING', []],
    ['no answer while it starts: its deadline counts', [START, probed({ socket: null })], 'STARTING', []],

    [
      'too much memory between two messages',
      [...LINKED, probed({ memory: 1_001 * MB, idle: 1 })],
      'RECONNECTING',
      ['close'],
    ],
    ['too much in the middle of one', [...LINKED, probed({ memory: 1_001 * MB })], 'READY', []],
    ['far too much', [...LINKED, probed({ memory: 1_501 * MB })], 'RECONNECTING', ['close']],
    ['old, and nothing goes on', [...LINKED, 3_600_000, probed({ idle: POLICY.idleMs })], 'RECONNECTING', ['close']],
    ['old and busy', [...LINKED, 3_600_000, probed({ idle: POLICY.idleMs - 1 })], 'READY', []],

    ['logged out', [...LINKED, { type: 'logged-out' }], 'LOGGED_OUT', ['close', 'forget']],
    ['unpaired', [...LINKED, socket('UNPAIRED')], 'LOGGED_OUT', ['close', 'forget']],
    ['logged out, then lost: it stays', [...LINKED, { type: 'logged-out' }, lost], 'LOGGED_OUT', []],
    ['blocked', [...LINKED, socket('TOS_BLOCK')], 'RESTRICTED', ['close']],
    ['blocked, then time: it stays', [...LINKED, socket('TOS_BLOCK'), POLICY.longestWaitMs, TICK], 'RESTRICTED', []],
    ['opened in another place', [...LINKED, socket('CONFLICT')], 'RECONNECTING', ['close']],
    ['logged out, then started', [...LINKED, { type: 'logged-out' }, START], 'STARTING', ['open']],
    ['a stop', [...LINKED, { type: 'stop' }], 'STOPPED', ['close']],
    ['a stop while it waits', [...LINKED, lost, { type: 'stop' }, POLICY.longestWaitMs, TICK], 'STOPPED', []],
    ['no browser at all', [START, { type: 'start-failed', kind: 'hopeless', reason: 'None.' }], 'FAILED', ['close']],
    [
      'a page that does not load',
      [START, { type: 'start-failed', kind: 'page', reason: 'No.' }],
      'RECONNECTING',
      ['close'],
    ],
  ])('%s', (_, script, state, actions) => {
    expect(play(...script)).toMatchObject({ next: { state }, actions });
  });

  it('waits 2 s and then twice as long each time, up to 5 min', () => {
    const failed: LinkSignal = { type: 'start-failed', kind: 'page', reason: 'No.' };
    const script: (LinkSignal | number)[] = [START];
    const waits = Array.from({ length: 10 }, () => {
      const { next, now } = play(...script, failed);
      const wait = (next.deadline?.at ?? 0) - now;
      script.push(failed, wait, TICK);
      return wait / 1_000;
    });
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
  });

  it('spreads the waits, so that many accounts do not come at once', () => {
    const { next } = linkStep(play(...LINKED).next, lost, { now: 0, chance: 0, policy: POLICY });
    expect(next.deadline?.at).toBe(1_000);
  });

  it.each([
    ['small after 5 healthy minutes', POLICY.healthyMs, 2],
    ['long after a short while', POLICY.healthyMs - 1, 4],
  ])('begins %s', (_, healthyMs, seconds) => {
    const { next, now } = play(...LINKED, lost, 2_000, TICK, socket('CONNECTED'), READY, healthyMs, lost);
    expect(((next.deadline?.at ?? 0) - now) / 1_000).toBe(seconds);
    expect(next.reason).toBe(`Gone. Trying again in ${seconds} s.`);
  });

  it('gives up a browser that comes up not once in five tries', () => {
    const failed: LinkSignal = { type: 'start-failed', kind: 'launch', reason: 'No.' };
    const retry = [failed, POLICY.longestWaitMs, TICK];
    expect(play(START, ...retry, ...retry, ...retry, ...retry).next.state).toBe('STARTING');
    expect(play(START, ...retry, ...retry, ...retry, ...retry, failed).next.state).toBe('FAILED');
  });

  it('shows a pairing code for a while instead of QRs, and nothing once it is linked', () => {
    const code: LinkSignal = { type: 'code', code: 'ABCD1234' };
    expect(play(START, QR, code, QR).next.linking).toEqual({ kind: 'code', code: 'ABCD1234' });
    expect(play(START, QR, code, POLICY.codeMs, QR).next.linking).toEqual({ kind: 'qr', text: 'a,b' });
    expect(play(START, QR, socket('PAIRING')).next.linking).toBeUndefined();
    expect(play(START, QR, socket('CONNECTED'), READY).next.linking).toBeUndefined();
  });
});
