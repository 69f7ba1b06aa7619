import type { Frame, PageSignal, WireSession } from '../wire.js';
import { ring } from './calls.js';
import { learnGroup, restoreChat } from './chats.js';
import { Feed } from './feed.js';
import { takeEvent } from './incoming.js';
import { journal } from './journal.js';
import { setLine } from './line-state.js';
import { showQr, stopQr } from './linking.js';
import { restoreMessages } from './messages.js';
import { setOwnSession } from './own-session.js';
import { learnPerson } from './people.js';
import { sendPending } from './sending.js';
import { ask, post } from './server.js';
import { settings } from './settings.js';
import { Cmd, Socket } from './socket.js';
import { finishSync } from './syncing.js';

let device: string | undefined;
/** Events that this page has. */
let cursor = 0;
let hasBeenUp = false;
/** Frames are worked one after the other. */
let work = Promise.resolve();

const feed = new Feed({
  frame: (frame) => {
    work = work.then(() => takeFrame(frame)).catch((error: unknown) => console.error('A frame was not taken.', error));
  },
  down: () => {
    setLine(false);
    if (hasBeenUp) Socket.set({ state: 'TIMEOUT' });
  },
});

/** Takes up what the profile knows, or shows a QR. */
export async function begin(): Promise<void> {
  const store = await journal.store();
  const session = await store.session();
  if (session && (await isLinked(session))) {
    setOwnSession(session);
    (await store.people()).forEach(({ id: _id, ...person }) => learnPerson(person));
    (await store.groups()).forEach(learnGroup);
    await restoreMessages();
    (await store.chats()).forEach(restoreChat);
    cursor = await store.cursor();
    follow(session);
  } else {
    await journal.erase();
    beLinked();
  }
}

/** Whether the phone still knows this page; while the line is cut, it is taken to. */
async function isLinked({ device: id }: WireSession): Promise<boolean> {
  return (await ask<{ linked: boolean }>(`linked?device=${id}`).catch(() => ({ linked: true }))).linked;
}

/** Waits for a phone. */
function beLinked(): void {
  feed.open(() => ({}));
  showQr();
}

function follow(session: WireSession): void {
  device = session.device;
  feed.open(() => ({ device: session.device, cursor: String(cursor) }));
}

async function takeFrame(frame: Frame): Promise<void> {
  if ('signal' in frame) return takeSignal(frame.signal);
  if ('caughtUp' in frame) return up();
  let place = frame.from;
  for (const event of frame.events) {
    place += 1;
    if (place <= cursor) continue;
    await takeEvent(event, place > frame.history);
    cursor = place;
    journal.note('meta', { id: 'cursor', cursor } as { id: string });
  }
  if (settings.confirms) void journal.written().then(() => post('confirm', { device, cursor }).catch(() => undefined));
}

async function up(): Promise<void> {
  setLine(true);
  const isFirst = !hasBeenUp;
  hasBeenUp = true;
  if (isFirst && settings.hasSynced === 'early') Socket.set({ hasSynced: true });
  Socket.set({ state: 'CONNECTED' });
  Cmd.trigger('offline_progress_update_from_bridge');
  await sendPending();
  if (isFirst) void finishSync();
}

async function takeSignal(signal: PageSignal): Promise<void> {
  switch (signal.kind) {
    case 'paired':
      return paired(signal.session);
    case 'state':
      return Socket.set({ state: signal.state });
    case 'sync':
      Socket.set({ hasSynced: true });
      return Socket.trigger('change:hasSynced', Socket, true);
    case 'logout':
      return loggedOut();
    case 'reload':
      return location.reload();
    case 'freeze':
      return freeze();
    case 'call':
      return ring(signal.call);
  }
}

async function paired(session: WireSession): Promise<void> {
  stopQr();
  setOwnSession(session);
  journal.note('meta', { id: 'session', session } as { id: string });
  await journal.written();
  Socket.set({ state: 'PAIRING' });
  follow(session);
}

/** The phone has unlinked us: the page forgets everything and starts afresh. */
async function loggedOut(): Promise<void> {
  feed.close();
  Cmd.trigger('logout');
  journal.close();
  await journal.erase();
  // Not before the library has heard of the logout.
  setTimeout(() => location.assign('/?post_logout=1&logout_reason=0'), 50);
}

/** Waits in the page's only thread until the server lets go. */
function freeze(): void {
  const request = new XMLHttpRequest();
  request.open('GET', '/wa/freeze', false);
  request.send();
}

Socket.logout = async () => {
  feed.close();
  journal.close();
  await post('logout', { device });
  await journal.erase();
};
Socket.takeover = () => Socket.set({ state: 'CONNECTED' });
Socket.reconnect = () => undefined;
