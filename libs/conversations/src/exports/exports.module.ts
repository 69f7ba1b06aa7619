import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { MessagingModule } from '#messaging';

import { ExportBook } from './export-book.service.js';
import { ExportChats } from './export-chats.service.js';
import { ExportContents } from './export-contents.service.js';
import { ExportDesk } from './export-desk.service.js';
import { ExportFiles } from './export-files.service.js';
import { ExportKeeping } from './export-keeping.service.js';
import { ExportKeys } from './export-keys.service.js';
import { ExportRunner } from './export-runner.service.js';
import { ExportShareEntity } from './export-share.entity.js';
import { ExportShelf } from './export-shelf.service.js';
import { ExportEntity } from './export.entity.js';
import { PdfPrinter } from './pdf-printer.service.js';

/** Export of chats to files. */
@Module({
  imports: [MessagingModule, TypeOrmModule.forFeature([ExportEntity, ExportShareEntity])],
  providers: [
    ...[ExportBook, ExportChats, ExportContents, ExportDesk, ExportFiles, ExportKeeping],
    ...[ExportKeys, ExportRunner, ExportShelf, PdfPrinter],
  ],
  exports: [ExportBook, ExportDesk, ExportKeeping, ExportRunner, ExportShelf],
})
export class ExportsModule {}
