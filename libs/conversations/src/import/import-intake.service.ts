import { Injectable } from '@nestjs/common';

import { TaskRecords } from '#agents';
import { AccountStatuses } from '#messaging';

import { ImportUploads } from './import-uploads.service.js';
import { noAccount } from './import.errors.js';
import { readImportRequest } from './import-request.js';
import { ImportService } from './import.service.js';
import './import.task.js';
import type { Upload } from './read-upload.js';

/** Takes in an upload: what can be wrong with it is said at once, the work is left to the agent. */
@Injectable()
export class ImportIntake {
  constructor(
    private readonly imports: ImportService,
    private readonly uploads: ImportUploads,
    private readonly accounts: AccountStatuses,
    private readonly tasks: TaskRecords,
  ) {}

  /** `requestedBy` is the id of the caller's key. Keeps the file only when the task was accepted. */
  async accept({ uploadId, fileName, fields }: Upload, requestedBy: string): Promise<{ taskId: string }> {
    try {
      const [account] = await this.accounts.list();
      if (!account) throw noAccount();
      const { options, leave } = readImportRequest(fields);
      await this.imports.checkFile({ path: this.uploads.pathOf(uploadId), name: fileName }, options, leave);
      const payload = { uploadId, fileName, accountId: account.id, ...options };
      return await this.tasks.start('conversation.import', payload, { requestedBy });
    } catch (error) {
      await this.uploads.remove(uploadId);
      throw error;
    }
  }
}
