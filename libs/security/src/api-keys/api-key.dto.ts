import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsOptional, IsString, Length, Matches } from 'class-validator';

import { IsInstant } from '../http/is-instant.decorator.js';
import type { ApiKeyEntity } from './api-key.entity.js';
import { SCOPE } from './principal.js';

/** Body of `POST /api/keys`. */
export class CreateApiKeyDto {
  @ApiProperty({ minLength: 1, maxLength: 100, description: 'What the key is for.' })
  @IsString()
  @Length(1, 100)
  readonly name!: string;

  @ApiProperty({
    type: [String],
    minItems: 1,
    maxItems: 100,
    description:
      'Such as `chats:read`, as `x-scopes` of each route names them; `*` for everything. None that the caller lacks.',
    example: ['chats:read', 'messages:read'],
  })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @Matches(SCOPE, { each: true, message: 'each scope must be "*" or like "chats:read"' })
  readonly scopes!: string[];

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the key stops working, with a zone; never when left out.',
  })
  @IsOptional()
  @IsInstant()
  readonly expires_at?: string | null;
}

/** An API key as the API shows it. */
export class ApiKeyView {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ description: 'How the key begins.' }) readonly prefix!: string;
  @ApiProperty({ type: [String] }) readonly scopes!: readonly string[];
  @ApiProperty({ type: String, format: 'date-time' }) readonly created_at!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly expires_at!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly revoked_at!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly last_used_at!: string | null;
}

/** The answer to `POST /api/keys`, the only one that holds the key itself. */
export class NewApiKeyView extends ApiKeyView {
  @ApiProperty({ description: 'The key, shown this once.' }) readonly key!: string;
}

export class ApiKeyListView {
  @ApiProperty({ type: [ApiKeyView] }) readonly keys!: readonly ApiKeyView[];
}

export function apiKeyView(key: ApiKeyEntity): ApiKeyView {
  return {
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    scopes: key.scopes,
    created_at: key.createdAt.toISOString(),
    expires_at: key.expiresAt?.toISOString() ?? null,
    revoked_at: key.revokedAt?.toISOString() ?? null,
    last_used_at: key.lastUsedAt?.toISOString() ?? null,
  };
}
