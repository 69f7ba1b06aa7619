import { Injectable } from '@nestjs/common';

import { HistoryWriter } from '#messaging';

import { readExport } from './export-file.js';
import { importChat, planImport, type ImportOptions, type ImportProgress } from './import-chat.js';
import type { ImportReport } from './import-report.js';

/** An export on disk. `name` is what it was called before an upload gave it another name. */
export interface ImportSource {
  readonly path: string;
  readonly name: string;
}

/** Imports exported chats into the store of record. */
@Injectable()
export class ImportService {
  constructor(private readonly history: HistoryWriter) {}

  /** Imports a `.txt` or `.zip`. The same chat again, or a longer export of it, doubles nothing. Throws as `importChat`. */
  async importFile(
    { path, name }: ImportSource,
    options: ImportOptions,
    onProgress?: ImportProgress,
  ): Promise<ImportReport> {
    return importChat(await readExport(path, name), this.history, options, onProgress);
  }

  /** Throws what `importFile` would throw because of the file or the options, and stores nothing. */
  async checkFile({ path, name }: ImportSource, options: ImportOptions): Promise<void> {
    await planImport(await readExport(path, name), options);
  }
}
