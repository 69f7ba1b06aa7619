import { IsArray, IsOptional, IsString, Matches, MinLength } from 'class-validator';

import { FromEnv } from '../variable.js';

/** Keys. All of them are made at the first start when they are not given. */
export class SecurityConfig {
  @FromEnv('ADMIN_API_KEY', {
    about: 'key of the operator, at least 24 characters; none makes one in DATA_DIR/admin-api-key',
    secret: true,
  })
  @IsOptional()
  @IsString()
  @MinLength(24)
  readonly adminApiKey?: string;

  @FromEnv('ENCRYPTION_KEY', {
    about: 'master key, 32 bytes in base64; none makes one in DATA_DIR/keys',
    secret: true,
  })
  @IsOptional()
  @Matches(/^[A-Za-z0-9+/_-]{43}=?$/, { message: 'must be 32 bytes in base64' })
  readonly encryptionKey?: string;

  @FromEnv('SEARCH_LANGUAGES', { default: 'english,spanish', about: 'languages whose word forms a search finds' })
  @IsArray()
  readonly searchLanguages!: string[];

  @FromEnv('OUTBOUND_ALLOW', {
    default: '',
    about: 'private hosts, addresses or ranges that webhooks and feeds may use, also over plain http, comma-separated',
  })
  @IsArray()
  @Matches(/^(?=.{1,253}$)[\p{L}\p{N}._:-]+(\/\d{1,3})?$/u, {
    each: true,
    message: 'must hold hosts or ranges such as n8n.internal or 10.0.0.0/8',
  })
  readonly outboundAllow: string[] = [];
}
