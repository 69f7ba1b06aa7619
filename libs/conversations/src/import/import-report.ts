import type { DateOrder } from './date-order.js';
import type { ExportLayout } from './export-layout.js';
import type { ImportedMessage } from './imported-message.js';
import type { UnreadableReport } from './unreadable-lines.js';

/** What an import did, as the API shows it. */
export interface ImportReport {
  readonly chat_id: string;
  /** All that were read; `inserted` of them were new, `known` were there already. */
  readonly messages: number;
  readonly inserted: number;
  readonly known: number;
  readonly system_lines: number;
  readonly media: number;
  /** ISO times. */
  readonly first_message: string | null;
  readonly last_message: string | null;
  /** How the dates were read, and whether that was a guess because the file leaves it open. */
  readonly date_order: DateOrder;
  readonly date_order_guessed: boolean;
  readonly unreadable: UnreadableReport;
}

/** Counts what passes by while a chat is imported. */
export class ImportTally {
  private messages = 0;
  private inserted = 0;
  private known = 0;
  private systemLines = 0;
  private media = 0;
  private first = Number.POSITIVE_INFINITY;
  private last = Number.NEGATIVE_INFINITY;

  get done(): number {
    return this.messages;
  }

  add(batch: readonly ImportedMessage[], written: { readonly inserted: number; readonly known: number }): void {
    this.messages += batch.length;
    this.inserted += written.inserted;
    this.known += written.known;
    for (const { author, hasMedia, sentAt } of batch) {
      if (author === null) this.systemLines += 1;
      if (hasMedia) this.media += 1;
      this.first = Math.min(this.first, sentAt.getTime());
      this.last = Math.max(this.last, sentAt.getTime());
    }
  }

  report(chatId: string, { order, guessed }: ExportLayout, unreadable: UnreadableReport): ImportReport {
    return {
      chat_id: chatId,
      messages: this.messages,
      inserted: this.inserted,
      known: this.known,
      system_lines: this.systemLines,
      media: this.media,
      first_message: this.messages === 0 ? null : new Date(this.first).toISOString(),
      last_message: this.messages === 0 ? null : new Date(this.last).toISOString(),
      date_order: order,
      date_order_guessed: guessed,
      unreadable,
    };
  }
}
