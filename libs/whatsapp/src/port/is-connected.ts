import type { ConnectionStatus } from './connection-status.js';

/** Whether messages leave, and WhatsApp can be asked. */
export function isConnected({ state }: Pick<ConnectionStatus, 'state'>): boolean {
  return state === 'READY' || state === 'DEGRADED';
}
