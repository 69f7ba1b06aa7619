import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { ArchiveConfig } from '#config';
import { AppError, isId } from '#kernel';
import { ChatReader } from '#messaging';

import { newArchiveReport, note, type ArchiveReport } from './archive-report.js';
import { ChatArchiver, type ArchiveOrder } from './chat-archiver.service.js';
import { ChatSurvey } from './scoring/chat-survey.service.js';

/** Chats under way at a time: while one is written, the next is packed. */
const LANES = 3;
const SURVEYED_AT_ONCE = 100;

export interface ArchiveRun {
  readonly reason?: string;
  readonly compress?: boolean;
  readonly requestedBy: string;
  readonly taskId?: string;
  readonly signal: AbortSignal;
  /** `done` of `total` chats; the total is not known when the run looks for them itself. */
  readonly onProgress: (done: number, total: number | null) => Promise<void>;
}

interface Wanted {
  /** As the caller named it. */
  readonly name: string;
  readonly chatId: string;
  readonly reason: string | null;
  /** What is open in it and does not keep it. */
  readonly cares?: readonly string[];
}

/** Puts many chats away, each by itself: one that fails does not stop the others, and a repeated run goes on where it was. */
@Injectable()
export class ArchiveService {
  constructor(
    private readonly archiver: ChatArchiver,
    private readonly survey: ChatSurvey,
    private readonly chats: ChatReader,
    private readonly config: ArchiveConfig,
    private readonly dataSource: DataSource,
  ) {}

  /** The chats named: our ids or WhatsApp's. What nobody knows is listed, the rest is done. */
  async archiveThese(names: readonly string[], run: ArchiveRun): Promise<ArchiveReport> {
    const report = newArchiveReport();
    const wanted = new Map<string, Wanted>();
    const ours = await this.oursAmong(names);
    for (const name of new Set(names)) {
      const chatId = ours.has(name) ? name : await this.idOf(name);
      if (chatId === null) report.unknown_chat_ids.push(name);
      else if (!wanted.has(chatId)) wanted.set(chatId, { name, chatId, reason: run.reason ?? null });
    }
    await this.archiveAll(this.surveyed([...wanted.values()]), report, { ...run, total: wanted.size });
    return report;
  }

  /** All whose time has come, as the survey says. */
  async archiveDue(run: ArchiveRun): Promise<ArchiveReport> {
    const report = newArchiveReport();
    await this.archiveAll(this.due(report), report, { ...run, total: null });
    return report;
  }

  /** Whoever names chats is told what is open in them. */
  private async *surveyed(wanted: readonly Wanted[]): AsyncGenerator<Wanted> {
    for (let at = 0; at < wanted.length; at += SURVEYED_AT_ONCE) {
      const some = wanted.slice(at, at + SURVEYED_AT_ONCE);
      // One that cannot be read says so when its turn has come.
      const chats = await this.survey.of(some.map(({ chatId }) => chatId)).catch(() => []);
      const cares = new Map(chats.map((chat) => [chat.chatId, chat.cares]));
      for (const one of some) yield { ...one, cares: cares.get(one.chatId) };
    }
  }

  private async *due(report: ArchiveReport): AsyncGenerator<Wanted> {
    let after: string | null = null;
    for (;;) {
      const chats = await this.survey.candidates(after, SURVEYED_AT_ONCE);
      for (const { chatId, decision, reasons } of chats) {
        if (decision === 'archive') yield { name: chatId, chatId, reason: reasons[0] ?? null };
        else note(report, 'kept', { chat_id: chatId, reasons });
      }
      if (chats.length < SURVEYED_AT_ONCE) return;
      after = chats.at(-1)?.chatId ?? null;
    }
  }

  private async archiveAll(
    wanted: Iterable<Wanted> | AsyncIterable<Wanted>,
    report: ArchiveReport,
    run: ArchiveRun & { readonly total: number | null },
  ): Promise<void> {
    const chats = iteratorOf(wanted);
    let done = 0;
    const lane = async (): Promise<void> => {
      for (;;) {
        run.signal.throwIfAborted();
        const next = await chats.next();
        if (next.done) return;
        await this.archiveOne(next.value, report, run);
        await run.onProgress((done += 1), run.total);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }

  private async archiveOne(
    { name, chatId, reason, cares = [] }: Wanted,
    report: ArchiveReport,
    run: ArchiveRun,
  ): Promise<void> {
    try {
      const outcome = await this.archiver.archive(chatId, this.orderOf(reason, run));
      switch (outcome.kind) {
        case 'archived':
          note(report, 'archived', name);
          if (cares.length > 0) note(report, 'warnings', { chat_id: name, reasons: cares });
          report.messages += outcome.messages;
          report.stored_bytes += outcome.storedBytes;
          break;
        case 'already-archived':
          await this.noteArchived(name, chatId, report, run.taskId);
          break;
        case 'kept':
          note(report, 'kept', { chat_id: name, reasons: outcome.holds.map(({ text }) => text) });
          break;
      }
    } catch (error) {
      // A process that ends is no fault of the chat.
      run.signal.throwIfAborted();
      const known = error instanceof AppError;
      note(report, 'failed', {
        chat_id: name,
        code: known ? error.code : 'internal',
        reason: known ? error.message : 'It failed unexpectedly; the log says more. Try it again.',
      });
    }
  }

  /** This very task may have done it, before its process died. */
  private async noteArchived(name: string, chatId: string, report: ArchiveReport, taskId?: string): Promise<void> {
    const [own] = await this.dataSource.query<{ messages: number; bytes: string }[]>(
      'SELECT message_count AS messages, stored_bytes AS bytes FROM archives WHERE chat_id = $1 AND task_id = $2',
      [chatId, taskId ?? null],
    );
    if (!own) {
      note(report, 'already_archived', name);
      return;
    }
    note(report, 'archived', name);
    report.messages += own.messages;
    report.stored_bytes += Number(own.bytes);
  }

  private orderOf(
    reason: string | null,
    { compress = this.config.compress, requestedBy, taskId }: ArchiveRun,
  ): ArchiveOrder {
    return { reason, requestedBy, taskId: taskId ?? null, codec: compress ? 'brotli' : 'none' };
  }

  private async oursAmong(names: readonly string[]): Promise<ReadonlySet<string>> {
    const ids = names.filter((name) => isId(name));
    const rows = await this.dataSource.query<{ id: string }[]>('SELECT id FROM chats WHERE id = ANY($1::uuid[])', [
      ids,
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  private async idOf(name: string): Promise<string | null> {
    try {
      return (await this.chats.find(name)).id;
    } catch (error) {
      if (error instanceof AppError && error.kind === 'not-found') return null;
      throw error;
    }
  }
}

/** Lanes take from it one after the other: a generator must not be asked twice at once. */
function iteratorOf<T>(items: Iterable<T> | AsyncIterable<T>): { next(): Promise<IteratorResult<T, unknown>> } {
  const source = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  let before: Promise<unknown> = Promise.resolve();
  return {
    next: () => {
      const next = before.then(() => source.next());
      before = next.catch(() => undefined);
      return next;
    },
  };
}
