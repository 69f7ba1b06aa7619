import { Injectable } from '@nestjs/common';

import type { TaskContext } from '#agents';
import { ExportConfig } from '#config';
import { AppError } from '#kernel';
import type { ChatView } from '#messaging';

import { ExportBook } from './export-book.service.js';
import { ExportChats } from './export-chats.service.js';
import { ExportContents } from './export-contents.service.js';
import type { ExportRun } from './export-files.service.js';
import type { ExportReading } from './export-reading.js';
import { ExportShelf } from './export-shelf.service.js';
import { downloadUrl } from './export-view.js';
import type { ExportEntity } from './export.entity.js';
import { EXPORT_ATTEMPTS, type ExportReport } from './export.task.js';

/** Makes the file of an export. A run that failed or died leaves nothing to be downloaded, and the next one begins anew. */
@Injectable()
export class ExportRunner {
  constructor(
    private readonly book: ExportBook,
    private readonly chats: ExportChats,
    private readonly contents: ExportContents,
    private readonly shelf: ExportShelf,
    private readonly settings: ExportConfig,
  ) {}

  /** Throws `export.not-found`, `export.taken`, and what `ExportContents.of` and `ExportShelf.put` throw. */
  async run(exportId: string, context: TaskContext): Promise<ExportReport> {
    const order = await this.book.find(exportId);
    // A worker may have died between the end of its work and the end of its task.
    if (order.state === 'ready')
      return report(order, { unknown: [], leftOut: order.includeMedia ? null : 0, damaged: null });
    const { chats, unknown } = await this.chats.find(order.chatIds);
    const run = await this.shelf.begin(exportId);
    try {
      const written = await this.write(order, chats, run, context);
      const told = report(await this.book.find(exportId), { unknown, ...written });
      if (told.warnings.length > 0) await context.progress(99, told.warnings.join(' '));
      return told;
    } catch (error) {
      await this.shelf.discard(exportId, run);
      const isFinal = context.attempt >= EXPORT_ATTEMPTS || (error instanceof AppError && !error.retryable);
      if (isFinal)
        await this.book.fail(exportId, error instanceof AppError ? error.message : 'an error that is in the log');
      throw error;
    } finally {
      await this.shelf.tidy(run);
    }
  }

  private async write(
    order: ExportEntity,
    chats: readonly ChatView[],
    run: ExportRun,
    { signal, progress }: TaskContext,
  ): Promise<Lacks> {
    const { rangeFrom: from, rangeTo: to } = order;
    const onRead = progressOf(chats, progress);
    const reading: ExportReading = this.chats.read({ from, to, signal, onRead });
    const transcripts = chats.map((chat) => reading.transcript(chat));
    let leftOut = 0;
    const onLeftOut = (): void => void (leftOut += 1);
    const content = await this.contents.of(order, transcripts, { folder: run.scratch, signal, onLeftOut });
    const facts = () => ({ subjectIds: reading.subjectIds, messages: reading.messages });
    await this.shelf.put(order.id, run, content, { facts, signal, retentionHours: this.settings.retentionHours });
    return { leftOut, damaged: [...reading.damagedChats] };
  }
}

/** What a file does not hold; null when the worker died before it could tell. */
interface Lacks {
  /** Attachments that could not be had. */
  readonly leftOut: number | null;
  /** Chats of which an archive is damaged. */
  readonly damaged: readonly string[] | null;
}

/** Told at each percent. An estimate: a part of the time is a part of the messages that nobody has counted. */
function progressOf(chats: readonly ChatView[], tell: TaskContext['progress']): (done: number) => Promise<void> {
  const total = Math.max(
    1,
    chats.reduce((sum, { messageCount }) => sum + messageCount, 0),
  );
  let told = -1;
  return async (done) => {
    const percent = Math.min(99, Math.floor((done / total) * 100));
    if (percent === told) return;
    told = percent;
    await tell(percent, `${done} messages`);
  };
}

function report(
  row: ExportEntity,
  { unknown, leftOut, damaged }: Lacks & { readonly unknown: readonly string[] },
): ExportReport {
  return {
    export_id: row.id,
    download_url: downloadUrl(row.id),
    bytes: Number(row.bytes),
    sha256: row.sha256?.toString('hex') ?? '',
    messages: row.messages ?? 0,
    media_left_out: leftOut,
    damaged_chats: damaged,
    warnings: warningsOf(row, damaged ?? []),
    unknown_chat_ids: unknown,
    me: row.me,
    expires_at: row.expiresAt?.toISOString() ?? '',
  };
}

function warningsOf({ messages }: ExportEntity, { length: damaged }: readonly string[]): string[] {
  return [
    ...(damaged > 0
      ? [
          `${damaged === 1 ? 'A chat is' : `${damaged} chats are`} not whole in it: an archive is damaged, GET /api/conversations/archives?state=damaged says which.`,
        ]
      : []),
    ...(messages === 0 ? ['There is no message in it: these chats hold none of this time that can be read.'] : []),
  ];
}
