import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';

import { CurrentPrincipal } from '../http/current-principal.decorator.js';
import { Scopes } from '../http/scopes.decorator.js';
import { missingScope } from '../security.errors.js';
import { apiKeyView, CreateApiKeyDto, type ApiKeyView } from './api-key.dto.js';
import { ApiKeys } from './api-keys.service.js';
import { allows, type Principal } from './principal.js';

@Controller('api/keys')
export class ApiKeysController {
  constructor(private readonly apiKeys: ApiKeys) {}

  /** The answer is the only one that holds the key itself. */
  @Post()
  @Scopes('keys:write')
  async create(
    @Body() body: CreateApiKeyDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ApiKeyView & { readonly key: string }> {
    // Otherwise a key that may make keys could make itself all-powerful.
    if (!body.scopes.every((scope) => allows(principal, scope))) throw missingScope();
    const expiresAt = body.expires_at ? new Date(body.expires_at) : null;
    const { apiKey, plain } = await this.apiKeys.create({ name: body.name, scopes: body.scopes, expiresAt });
    return { ...apiKeyView(apiKey), key: plain };
  }

  @Get()
  @Scopes('keys:read')
  async list(): Promise<{ readonly keys: readonly ApiKeyView[] }> {
    return { keys: (await this.apiKeys.list()).map(apiKeyView) };
  }

  @Delete(':id')
  @HttpCode(204)
  @Scopes('keys:write')
  revoke(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.apiKeys.revoke(id);
  }
}
