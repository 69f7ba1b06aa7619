import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';

import { Scopes } from '#security';

import { attachmentHeader } from './attachment-header.js';
import { MediaVault } from './media-vault.service.js';

/** The attachments of messages, to be saved and never to be shown as a page of ours. */
@ApiTags('messages')
@Controller('api/messages')
export class MediaController {
  constructor(private readonly vault: MediaVault) {}

  @Get(':id/media')
  @ApiOperation({ summary: 'The attachment of a message' })
  @Scopes('messages:read')
  @Header('Cache-Control', 'private, no-store')
  @Header('Content-Security-Policy', "default-src 'none'; sandbox")
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' }, description: 'Of the type that its content shows.' })
  async get(@Param('id') id: string): Promise<StreamableFile> {
    const { content, mimeType, fileName } = await this.vault.open(id);
    return new StreamableFile(content, {
      type: mimeType,
      length: content.length,
      disposition: attachmentHeader(fileName ?? `attachment-${id}`),
    });
  }
}
