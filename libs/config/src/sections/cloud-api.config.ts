import { IsOptional, IsString, IsUrl, Matches, MinLength } from 'class-validator';

import { FromEnv } from '../variable.js';

/** The account at Meta behind `WHATSAPP_CONNECTOR=cloud-api`; with another connector none of it is needed. */
export class CloudApiConfig {
  @FromEnv('WHATSAPP_CLOUD_TOKEN', { about: 'access token of the WhatsApp Cloud API', secret: true })
  @IsOptional()
  @IsString()
  readonly token?: string;

  @FromEnv('WHATSAPP_CLOUD_PHONE_NUMBER_ID', { about: "Meta's id of our phone number: digits, not the number itself" })
  @IsOptional()
  @Matches(/^\d{5,25}$/, { message: 'must be digits' })
  readonly phoneNumberId?: string;

  @FromEnv('WHATSAPP_CLOUD_APP_SECRET', { about: 'secret of the app at Meta, which signs its webhooks', secret: true })
  @IsOptional()
  @IsString()
  @MinLength(16)
  readonly appSecret?: string;

  @FromEnv('WHATSAPP_CLOUD_VERIFY_TOKEN', {
    about: 'a secret of your own, at least 8 characters, that you also give to Meta for the webhook',
    secret: true,
  })
  @IsOptional()
  @IsString()
  @MinLength(8)
  readonly verifyToken?: string;

  @FromEnv('WHATSAPP_CLOUD_GRAPH_URL', {
    default: 'https://graph.facebook.com',
    about: 'address of the Graph API; plain http only on this machine',
  })
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['https', 'http'] })
  @Matches(/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)(:|\/|$))/, { message: 'must be https' })
  readonly graphUrl!: string;

  @FromEnv('WHATSAPP_CLOUD_VERSION', { default: 'v25.0', about: 'version of the Graph API' })
  @Matches(/^v\d{1,3}\.\d$/, { message: 'must be written as v25.0' })
  readonly version!: string;
}
