import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsOptional, IsString, Length, Matches } from 'class-validator';

import { IsInstant } from '../http/is-instant.decorator.js';
import type { ApiKeyEntity } from './api-key.entity.js';
import { SCOPE } from './principal.js';

/** Body of `POST /api/keys`. */
export class CreateApiKeyDto {
  /** What the key is for, 1-100 characters. */
  @IsString()
  @Length(1, 100)
  readonly name!: string;

  /** Such as `chats:read`; `*` for everything. No scope that the caller lacks. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @Matches(SCOPE, { each: true, message: 'each scope must be "*" or like "chats:read"' })
  readonly scopes!: string[];

  /** When the key stops working, with a zone; never when left out. */
  @IsOptional()
  @IsInstant()
  readonly expires_at?: string | null;
}

/** An API key as the API shows it. */
export interface ApiKeyView {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly string[];
  readonly created_at: string;
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
  readonly last_used_at: string | null;
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
