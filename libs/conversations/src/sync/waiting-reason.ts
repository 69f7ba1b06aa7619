import { isConnected, type ConnectionState } from '#whatsapp';

const UNLINKED: readonly ConnectionState[] = ['WAIT_QR', 'PAIRING'];
const ENDED: readonly ConnectionState[] = ['LOGGED_OUT', 'RESTRICTED', 'FAILED'];

/** An account as far as its chats can be reached. */
export interface SyncAccount {
  readonly id: string;
  readonly name: string;
  readonly status: ConnectionState;
  readonly statusReason: string | null;
  readonly wanted: 'running' | 'stopped';
  /** A connector holds it. */
  readonly owned: boolean;
}

export function isReachable({ status: state, owned }: SyncAccount): boolean {
  return owned && isConnected({ state });
}

/** Why a chat of the account still waits, and what the operator can do. */
export function waitingReason(account: SyncAccount): string {
  const { name, status, statusReason, wanted, owned } = account;
  const path = `/api/whatsapp/accounts/${name}`;
  if (isReachable(account))
    return `The account ${name} is connected, and has not come to it yet. It goes on by itself.`;
  if (wanted === 'stopped') return `The account ${name} is stopped. Start it with POST ${path}/start: then it goes on.`;
  if (!owned) return `No connector runs the account ${name}. Start the connector: then it goes on.`;
  const why = statusReason ? ` (${statusReason})` : '';
  if (UNLINKED.includes(status)) {
    return `The account ${name} waits for its phone. Link it with GET ${path}/qr: then it goes on.`;
  }
  if (ENDED.includes(status)) {
    return `The account ${name} is ${status}${why}. Mend that, then start it with POST ${path}/start: then it goes on.`;
  }
  return `The account ${name} is ${status}${why}. It goes on by itself once it is connected.`;
}
