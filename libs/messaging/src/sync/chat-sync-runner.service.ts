import { Injectable } from '@nestjs/common';

import { AppError, Clock, failpoint, sleep } from '#kernel';
import { Logger } from '#telemetry';
import { isConnected, type HistoryPage, type WhatsAppPort } from '#whatsapp';

import { raceAbort } from '../media/race-abort.js';
import type { Ownership } from '../outbox/ownership.js';
import { ChatSyncRows, type DueSync } from './chat-sync-rows.service.js';
import { HistoryIntake } from './history-intake.service.js';
import { coverageAfter, hasSeenEnough, OVERLAP_MESSAGES, type SyncReach } from './sync-bounds.js';

const FULL_PAGE = 200;
/** Between two pages of a chat: what is live goes first. */
const PAUSE_MS = 50;
/** A page that does not come within this time is given up for now. */
const PAGE_MS = 90_000;
const TRIES = 3;
const FIRST_RETRY_MS = 1_000;
const RETRY_FACTOR = 4;
const AWAY = ['whatsapp.not-connected', 'whatsapp.no-page'];

/** Compares one chat with the phone's history, page by page back in time. After a kill it goes on with the next page. */
@Injectable()
export class ChatSyncRunner {
  constructor(
    private readonly rows: ChatSyncRows,
    private readonly intake: HistoryIntake,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Until the chat is done or fails, which is noted in its row. Answers false when the account is not ours or not connected any more: the
   * chat goes on where it was when it is.
   */
  async run(port: WhatsAppPort, owner: Ownership, due: DueSync, signal: AbortSignal): Promise<boolean> {
    for (let next: DueSync | undefined = due; next;) {
      if (!mayGoOn(port, owner, signal)) return false;
      const row: DueSync = next;
      try {
        next = await this.page(port, owner, row, signal);
      } catch (error) {
        if (isAway(error) || !mayGoOn(port, owner, signal)) return false;
        await this.failed(owner, row, error);
        return true;
      }
      if (next) await sleep(PAUSE_MS, signal);
    }
    return true;
  }

  /** One page. Answers how to go on; undefined when the chat is done. */
  private async page(
    port: WhatsAppPort,
    owner: Ownership,
    row: DueSync,
    signal: AbortSignal,
  ): Promise<DueSync | undefined> {
    const { messages, next } = await this.read(port, row, signal);
    const counts = await this.intake.take(row, messages);
    failpoint('sync.page-stored');
    const scanned = row.scanned + messages.length;
    const reached = earliest(row.reached, messages);
    const { kind, closedTo } = row;
    const reach: SyncReach = { kind, scanned, reached, atEnd: next === null, closedTo };
    const before = { from: row.coveredFrom, to: row.coveredTo };
    if (hasSeenEnough(reach, before)) {
      const covered = coverageAfter(row.startedAt, reach, before);
      const end = { covered, atEnd: reach.atEnd, now: this.clock.now() };
      if (await this.rows.finished(owner, row, counts, end)) return undefined;
    }
    const going = await this.rows.stored(owner, row, { cursor: next, scanned, reached }, counts);
    failpoint('sync.page-saved');
    return going;
  }

  private read(port: WhatsAppPort, row: DueSync, signal: AbortSignal): Promise<HistoryPage> {
    const { externalId: chatId, cursor, closedTo, kind } = row;
    const history = port.history({
      chatId,
      limit: kind === 'full' ? FULL_PAGE : OVERLAP_MESSAGES,
      ...(cursor !== null && { before: cursor }),
      // The message of that very moment is among the closed ones.
      ...(closedTo && { after: new Date(closedTo.getTime() + 1) }),
    });
    return raceAbort(history, AbortSignal.any([signal, AbortSignal.timeout(PAGE_MS)]));
  }

  private async failed(owner: Ownership, row: DueSync, error: unknown): Promise<void> {
    const { chatId, accountId, attempts } = row;
    const retryMs = FIRST_RETRY_MS * RETRY_FACTOR ** attempts;
    const again = attempts + 1 < TRIES;
    this.logger.warn({ err: error, accountId, chatId, again }, 'the history of a chat could not be compared');
    await this.rows.failed(owner, row, {
      ...reasonOf(error),
      retryAt: again ? new Date(this.clock.now().getTime() + retryMs) : null,
    });
  }
}

function mayGoOn(port: WhatsAppPort, owner: Ownership, signal: AbortSignal): boolean {
  return !signal.aborted && owner.isHeld() && isConnected(port.status());
}

function isAway(error: unknown): boolean {
  return error instanceof AppError && AWAY.includes(error.code);
}

/** A foreign message may hold anything: it stays in the log. */
function reasonOf(error: unknown): { code: string; message: string } {
  if (error instanceof AppError) return { code: error.code, message: error.message };
  return {
    code: 'sync.history-unreadable',
    message: 'The phone’s history of this chat could not be read. The log tells why; then sync the chat again.',
  };
}

function earliest(reached: Date | null, messages: HistoryPage['messages']): Date | null {
  return messages.reduce<Date | null>((oldest, { sentAt }) => (oldest && oldest < sentAt ? oldest : sentAt), reached);
}
