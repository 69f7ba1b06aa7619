import type { ConnectionState, Linking } from '#whatsapp';

import type { WantedState } from './account.entity.js';

/** States that outlast the process that saw them. */
const ENDS: ReadonlySet<ConnectionState> = new Set<ConnectionState>(['LOGGED_OUT', 'RESTRICTED', 'FAILED']);

/** An account and the last that was heard of its connection. */
export interface AccountStatus {
  readonly id: string;
  readonly name: string;
  readonly connector: string;
  readonly status: ConnectionState;
  readonly statusReason: string | null;
  readonly statusSince: Date;
  readonly wanted: WantedState;
  /** Whether a living process holds it. */
  readonly owned: boolean;
  readonly leaseEndedAt: Date | null;
  readonly linkingKind: Linking['kind'] | null;
}

/** The account as it is: what a process said last is true no more once nobody holds the account, except for how it ended. */
export function accountAsItIs(account: AccountStatus): AccountStatus {
  if (account.owned) return account;
  const unlinked = { ...account, linkingKind: null };
  if (account.status === 'STOPPED' || ENDS.has(account.status)) return unlinked;
  const statusReason = account.wanted === 'running' ? 'No process holds the account: start a connector.' : null;
  return { ...unlinked, status: 'STOPPED', statusReason, statusSince: account.leaseEndedAt ?? account.statusSince };
}
