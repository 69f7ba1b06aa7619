import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { cleanText } from '#kernel';
import { People } from '#messaging';
import { PersonTokens, Scopes } from '#security';

import { NewTokenDto, RevokedTokensDto, RevokeTokensDto, TokenDto } from './token.dto.js';

/** Gives people the tokens that they talk to characters with. For a site's server, never for its pages. */
@ApiTags('chat')
@Controller('api/v1/tokens')
export class TokensController {
  constructor(
    private readonly people: People,
    private readonly tokens: PersonTokens,
  ) {}

  @Post()
  @Scopes('tokens:write')
  @ApiOperation({ summary: 'Makes a token for a person, who is made known by it, and shows it this once' })
  @ApiCreatedResponse({ type: TokenDto })
  async issue(@Body() { userId, name, ttlSeconds }: NewTokenDto): Promise<TokenDto> {
    const called = cleanText(name ?? '').trim();
    const contactId = await this.people.resolve(userId, called || undefined);
    return this.tokens.issue({
      contactId,
      ...(called && { name: called }),
      ...(typeof ttlSeconds === 'number' && { ttlSeconds }),
    });
  }

  @Post('revoke')
  @HttpCode(200)
  @Scopes('tokens:write')
  @ApiOperation({ summary: 'Stops all tokens of a person, within five seconds and for good; open sockets are cut' })
  @ApiOkResponse({ type: RevokedTokensDto })
  async revoke(@Body() { userId }: RevokeTokensDto): Promise<RevokedTokensDto> {
    return { revoked: await this.tokens.revokeAll(await this.people.find(userId)) };
  }
}
