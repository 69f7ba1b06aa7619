import { Readable } from 'node:stream';

import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';

import { Clock } from '#kernel';
import { attachmentHeader } from '#messaging';
import { CurrentPrincipal, PageQueryDto, type Principal, Scopes } from '#security';

import { ExportBook } from './export-book.service.js';
import { ExportDesk } from './export-desk.service.js';
import { ExportShelf } from './export-shelf.service.js';
import { toExportDto } from './export-view.js';
import { ExportAcceptedDto, ExportPageDto, StartExportDto } from './export.dto.js';

/** Export of chats to files. Who may not read messages may not have them in a file either. */
@ApiTags('conversations')
@Controller('api/conversations')
export class ExportsController {
  constructor(
    private readonly desk: ExportDesk,
    private readonly book: ExportBook,
    private readonly shelf: ExportShelf,
    private readonly clock: Clock,
  ) {}

  @Post('export')
  @HttpCode(202)
  @Scopes('chats:read', 'messages:read')
  @ApiOperation({ summary: 'Exports chats to a file' })
  @ApiAcceptedResponse({ type: ExportAcceptedDto })
  async start(@Body() order: StartExportDto, @CurrentPrincipal() principal: Principal): Promise<ExportAcceptedDto> {
    const { exportId, taskId, unknown } = await this.desk.accept(order, principal.id);
    return { success: true, task_id: taskId, export_id: exportId, unknown_chat_ids: [...unknown] };
  }

  @Get('exports')
  @Scopes('chats:read')
  @ApiOperation({ summary: 'Lists the exports, the latest first' })
  @ApiOkResponse({ type: ExportPageDto })
  async list(@Query() page: PageQueryDto): Promise<ExportPageDto> {
    const { items, nextCursor } = await this.book.list(page);
    const now = this.clock.now();
    return { exports: items.map((row) => toExportDto(row, now)), next_cursor: nextCursor };
  }

  @Get('exports/:id/download')
  @Scopes('chats:read', 'messages:read')
  @Header('Cache-Control', 'private, no-store')
  @Header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  @Header('X-Content-Type-Options', 'nosniff')
  @ApiOperation({ summary: 'Downloads the file of an export' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(@Param('id') id: string): Promise<StreamableFile> {
    const { content, fileName, mediaType, bytes } = await this.shelf.open(id);
    return new StreamableFile(Readable.from(content, { objectMode: false }), {
      type: mediaType,
      length: bytes,
      disposition: attachmentHeader(fileName),
    });
  }

  @Delete('exports/:id')
  @HttpCode(204)
  @Scopes('chats:write')
  @ApiOperation({ summary: 'Removes an export and its file' })
  @ApiNoContentResponse()
  async remove(@Param('id') id: string): Promise<void> {
    await this.shelf.remove(id);
  }
}
