import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { CurrentPrincipal } from '../http/current-principal.decorator.js';
import { Scopes } from '../http/scopes.decorator.js';
import { missingScope } from '../security.errors.js';
import { ApiKeyListView, apiKeyView, CreateApiKeyDto, NewApiKeyView } from './api-key.dto.js';
import { ApiKeys } from './api-keys.service.js';
import { allows, type Principal } from './principal.js';

/** The operator makes keys for programs, each for as little as it needs. */
@ApiTags('keys')
@Controller('api/keys')
export class ApiKeysController {
  constructor(private readonly apiKeys: ApiKeys) {}

  @Post()
  @Scopes('keys:write')
  @ApiOperation({ summary: 'Makes an API key, and shows it this once' })
  @ApiCreatedResponse({ type: NewApiKeyView })
  async create(@Body() body: CreateApiKeyDto, @CurrentPrincipal() principal: Principal): Promise<NewApiKeyView> {
    // Otherwise a key that may make keys could make itself all-powerful.
    if (!body.scopes.every((scope) => allows(principal, scope))) throw missingScope();
    const expiresAt = body.expires_at ? new Date(body.expires_at) : null;
    const { apiKey, plain } = await this.apiKeys.create({ name: body.name, scopes: body.scopes, expiresAt });
    return { ...apiKeyView(apiKey), key: plain };
  }

  @Get()
  @Scopes('keys:read')
  @ApiOperation({ summary: 'All API keys, without what is secret of them' })
  @ApiOkResponse({ type: ApiKeyListView })
  async list(): Promise<ApiKeyListView> {
    return { keys: (await this.apiKeys.list()).map(apiKeyView) };
  }

  @Delete(':id')
  @HttpCode(204)
  @Scopes('keys:write')
  @ApiOperation({ summary: 'Revokes an API key, from now on and for good' })
  @ApiNoContentResponse()
  revoke(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.apiKeys.revoke(id);
  }
}
