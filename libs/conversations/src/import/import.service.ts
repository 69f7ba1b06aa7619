import { Injectable } from '@nestjs/common';

import { HistoryReader, HistoryWriter, IMPORTED_ID } from '#messaging';

import { readExport } from './export-file.js';
import { importChat, planImport, type ImportOptions, type ImportProgress } from './import-chat.js';
import type { ImportReport } from './import-report.js';
import type { ImportLeave } from './import-request.js';
import { dateOrderOpen, wouldDouble } from './import.errors.js';
import { readsOtherwise } from './reads-otherwise.js';

/** An export on disk. `name` is what it was called before an upload gave it another name. */
export interface ImportSource {
  readonly path: string;
  readonly name: string;
}

/** Imports exported chats into the store of record. */
@Injectable()
export class ImportService {
  constructor(
    private readonly history: HistoryWriter,
    private readonly past: HistoryReader,
  ) {}

  /** Imports a `.txt` or `.zip`. The same chat again, or a longer export of it, doubles nothing. Throws as `importChat`. */
  async importFile(
    { path, name }: ImportSource,
    options: ImportOptions,
    onProgress?: ImportProgress,
  ): Promise<ImportReport> {
    return importChat(await readExport(path, name), this.history, options, onProgress);
  }

  /**
   * Throws what `importFile` would throw because of the file or the options, and `import.date-order-open` and `import.would-double`
   * without leave; stores nothing.
   */
  async checkFile(
    { path, name }: ImportSource,
    options: Omit<ImportOptions, 'accountId'>,
    leave: ImportLeave,
  ): Promise<void> {
    const { read, chat, survey } = await planImport(await readExport(path, name), options);
    if (read.layout.guessed && !leave.guess) throw dateOrderOpen(read.layout.order);
    if (leave.add) return;
    const { sample, first, last } = survey;
    const overlap = await this.past.overlap(chat.externalId, { prefix: IMPORTED_ID, ids: sample.ids, first, last });
    if (readsOtherwise(overlap, sample.step)) throw wouldDouble();
  }
}
