import { Module } from '@nestjs/common';

import { MessagingModule } from '#messaging';

import { ImportUploads } from './import/import-uploads.service.js';
import { ImportService } from './import/import.service.js';

/** What the conversation manager does, whoever asks for it. */
@Module({
  imports: [MessagingModule],
  providers: [ImportService, ImportUploads],
  exports: [MessagingModule, ImportService, ImportUploads],
})
export class ConversationsModule {}
