import type { WireSession } from '../wire.js';
import { Conn } from './socket.js';
import { createWid, type Wid } from './wid.js';

let current: WireSession | undefined;

/** Who this page is linked to. */
export function ownSession(): WireSession | undefined {
  return current;
}

export function setOwnSession(session: WireSession): void {
  current = session;
  Conn.pushname = session.pushname;
  Conn.wid = createWid(session.pn);
}

/** Our own id on the same side as a chat: LIDs talk to LIDs. */
export function ownWid(chat: Wid): Wid {
  const session = current;
  if (!session) throw new Error('The page is not linked.');
  return createWid(chat.isLid() ? session.lid : session.pn);
}

export const ownSessionModules = {
  WAWebUserPrefsMeUser: {
    getMaybeMePnUser: () => current && createWid(current.pn),
    getMaybeMeLidUser: () => current && createWid(current.lid),
    getMeUser: () => current && createWid(current.pn),
  },
};
