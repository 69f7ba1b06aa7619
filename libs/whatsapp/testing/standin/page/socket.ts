import { Emitter } from './emitter.js';
import { Model } from './model.js';

/** The connection as the page shows it. */
class SocketModel extends Model {
  declare state: string;
  declare hasSynced: boolean;
  declare logout: () => Promise<void>;
  declare takeover: () => void;
  declare reconnect: () => void;
}

export const Socket = new SocketModel({ state: 'OPENING', hasSynced: false });

/** The account as the page shows it. */
class ConnModel extends Model {
  declare ref: string | undefined;
  declare platform: string;
  declare pushname: string | undefined;
  declare wid: unknown;

  canSetMyPushname(): boolean {
    return false;
  }
}

export const Conn = new ConnModel({ ref: undefined, platform: 'android', pushname: undefined });

/** What one part of WhatsApp Web asks of another; other modules add their commands. */
export const Cmd = new Emitter();

export const Stream = { markAvailable: () => undefined, markUnavailable: () => undefined };
