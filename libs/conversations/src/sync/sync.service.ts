import { Injectable } from '@nestjs/common';

import { AppError, sleep } from '#kernel';
import { ChatReader, SyncRequests } from '#messaging';

import { SyncPatience } from './sync-patience.js';
import { SyncProgress, type SyncScope } from './sync-progress.service.js';
import type { SyncReport } from './sync-report.js';

const LOOK_MS = 500;
const LOOK_SELDOM_MS = 3_000;
/** From so many chats on it is looked at more seldom. */
const MANY_CHATS = 500;
/** Auto-sync leaves chats alone in which nothing happened for so long: nothing is edited or deleted there any more. */
const ACTIVE_MS = 7 * 86_400_000;

export interface SyncOrder {
  /** Ids as of `ChatReader.find`; none for every conversation. */
  readonly chatIds?: readonly string[];
  readonly full: boolean;
  readonly activeOnly?: boolean;
}

export interface SyncRun {
  /** Names the order: the same one, carried out again, asks for nothing twice. */
  readonly at: Date;
  readonly signal: AbortSignal;
  readonly onProgress: (percent: number, message: string) => Promise<void>;
}

/** Has chats compared with the phone by whoever owns their accounts, and waits for it. */
@Injectable()
export class SyncService {
  constructor(
    private readonly chats: ChatReader,
    private readonly requests: SyncRequests,
    private readonly progress: SyncProgress,
  ) {}

  /** Ends when every chat is done, or those that are left cannot be reached, or nothing has moved for a long time. */
  async run({ chatIds, full, activeOnly }: SyncOrder, run: SyncRun): Promise<SyncReport> {
    const { known, unknown } = await this.find(chatIds ?? []);
    const scope: SyncScope = { at: run.at, chatIds: chatIds ? known : null };
    const kind = full ? 'full' : 'recent';
    if (chatIds) await this.requests.ask(known, kind, run.at);
    else await this.requests.askAll(kind, run.at, activeOnly ? new Date(run.at.getTime() - ACTIVE_MS) : undefined);
    await this.wait(scope, run);
    return this.report(scope, unknown);
  }

  private async wait(scope: SyncScope, { signal, onProgress }: SyncRun): Promise<void> {
    const patience = new SyncPatience();
    for (;;) {
      signal.throwIfAborted();
      const busy = await this.progress.busyAccounts(scope);
      const totals = await this.progress.totals(scope);
      const finished = totals.done + totals.failed + totals.unsupported;
      const percent = totals.total === 0 ? 0 : Math.floor((finished / totals.total) * 100);
      await onProgress(percent, `${finished} of ${totals.total} chats, ${totals.added} messages added`);
      if (busy.length === 0 || !patience.waitsFor(busy, JSON.stringify(totals), performance.now())) return;
      await sleep(totals.total > MANY_CHATS ? LOOK_SELDOM_MS : LOOK_MS, signal);
    }
  }

  private async report(scope: SyncScope, unknown: readonly string[]): Promise<SyncReport> {
    const { total, done, failed, unsupported, added, edited, deleted } = await this.progress.totals(scope);
    return {
      synced: done,
      unsupported,
      failed: await this.progress.failed(scope),
      failed_count: failed,
      waiting: await this.progress.waiting(scope),
      waiting_count: total - done - failed - unsupported,
      unknown_chat_ids: unknown,
      unlisted_accounts: await this.progress.unlisted(scope),
      ...{ added, edited, deleted },
    };
  }

  private async find(ids: readonly string[]): Promise<{ readonly known: string[]; readonly unknown: string[] }> {
    const known = new Set<string>();
    const unknown: string[] = [];
    for (const id of new Set(ids)) {
      try {
        known.add((await this.chats.find(id)).id);
      } catch (error) {
        if (!(error instanceof AppError) || error.kind !== 'not-found') throw error;
        unknown.push(id);
      }
    }
    return { known: [...known], unknown };
  }
}
