import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { CurrentPrincipal, Scopes, type Principal } from '#security';

import { ImportIntake } from './import-intake.service.js';
import { ImportUploads } from './import-uploads.service.js';
import { ImportAcceptedDto, ImportFormDto } from './import.dto.js';
import { noFile } from './import.errors.js';
import { readUpload } from './read-upload.js';

const MAX_FIELDS = 10;
const MAX_FIELD_BYTES = 4_096;

/** Import of chats that were exported from a phone. */
@ApiTags('conversations')
@Controller('api/conversations/import')
export class ImportController {
  constructor(
    private readonly uploads: ImportUploads,
    private readonly intake: ImportIntake,
  ) {}

  @Post()
  @HttpCode(202)
  @Scopes('chats:write')
  @ApiOperation({ summary: 'Imports a chat that WhatsApp exported' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ImportFormDto })
  @ApiAcceptedResponse({ type: ImportAcceptedDto })
  async importChat(
    @Req() request: FastifyRequest,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ImportAcceptedDto> {
    if (!request.isMultipart()) throw noFile();
    const limits = { fileSize: this.uploads.maxBytes, files: 1, fields: MAX_FIELDS, fieldSize: MAX_FIELD_BYTES };
    const upload = await readUpload(() => request.parts({ limits }), this.uploads);
    const { taskId } = await this.intake.accept(upload, principal.id);
    return { task_id: taskId };
  }
}
