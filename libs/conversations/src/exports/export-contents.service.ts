import { Injectable } from '@nestjs/common';

import { Clock } from '#kernel';
import { MediaVault } from '#messaging';

import { contentOf, type ContentTools, type ExportContent } from './export-content.js';
import type { ExportEntity } from './export.entity.js';
import { PdfPrinter } from './pdf-printer.service.js';
import type { Transcript } from './transcript.js';

/** Writes chats as they were asked for. */
@Injectable()
export class ExportContents {
  constructor(
    private readonly vault: MediaVault,
    private readonly printer: PdfPrinter,
    private readonly clock: Clock,
  ) {}

  /**
   * The file, to be read as it is made. `folder` is for what is needed on the way, until it has been read.
   * @throws AppError `export.no-browser`, `export.font-missing`, `export.print-failed` for a PDF
   */
  of(
    { format, zone, me, includeMedia, bom, rangeFrom, rangeTo }: ExportEntity,
    transcripts: readonly Transcript[],
    { folder, signal, onLeftOut }: Pick<ContentTools, 'folder' | 'signal' | 'onLeftOut'>,
  ): Promise<ExportContent> {
    const options = {
      ...{ zone, me, bom, withMedia: includeMedia, exportedAt: this.clock.now() },
      ...{ from: rangeFrom, to: rangeTo },
    };
    const { vault, printer } = this;
    return contentOf(format, transcripts, options, { vault, printer, folder, signal, onLeftOut });
  }
}
