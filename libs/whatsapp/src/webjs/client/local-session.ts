import { LocalAuth } from './whatsapp-web.js';

/**
 * Keeps the session in the account's browser profile. The library deletes the profile at a logout while the browser still runs on it,
 * in a place where a failure ends the process: we do it ourselves, once the browser is gone.
 */
export class LocalSession extends LocalAuth {
  override logout(): Promise<void> {
    return Promise.resolve();
  }
}
