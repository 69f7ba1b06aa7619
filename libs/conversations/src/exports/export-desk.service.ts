import { Injectable } from '@nestjs/common';

import { TaskRecords } from '#agents';
import { ServerConfig } from '#config';

import { ExportBook } from './export-book.service.js';
import { ExportChats } from './export-chats.service.js';
import { noKnownChat, rangeBackwards } from './export.errors.js';
import type { StartExportDto } from './export.dto.js';
import './export.task.js';

export interface AcceptedExport {
  readonly exportId: string;
  readonly taskId: string;
  readonly unknown: readonly string[];
}

/** Takes orders for exports: what can be wrong with one is said at once, the work is left to the agent. */
@Injectable()
export class ExportDesk {
  constructor(
    private readonly chats: ExportChats,
    private readonly book: ExportBook,
    private readonly tasks: TaskRecords,
    private readonly settings: ServerConfig,
  ) {}

  /** `requestedBy` is the id of the caller's key. Throws `export.range-backwards` and `export.no-chat`. */
  async accept(order: StartExportDto, requestedBy: string): Promise<AcceptedExport> {
    const rangeFrom = order.from ? new Date(order.from) : null;
    const rangeTo = order.to ? new Date(order.to) : null;
    if (rangeFrom && rangeTo && rangeFrom > rangeTo) throw rangeBackwards();
    const { chats, unknown } = await this.chats.find(order.chat_ids);
    if (chats.length === 0) throw noKnownChat(unknown);
    const exportId = await this.book.open({
      ...{ requestedBy, rangeFrom, rangeTo },
      format: order.format,
      chatIds: chats.map(({ id }) => id),
      zone: order.zone ?? this.settings.timeZone,
      me: order.me ?? 'Me',
      includeMedia: order.include_media ?? false,
      bom: order.bom ?? true,
    });
    const { taskId } = await this.tasks.start('conversation.export', { exportId }, { requestedBy });
    await this.book.setTask(exportId, taskId);
    return { exportId, taskId, unknown };
  }
}
