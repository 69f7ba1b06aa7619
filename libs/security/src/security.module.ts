import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { AdminKey } from './api-keys/admin-key.js';
import { ApiKeyEntity } from './api-keys/api-key.entity.js';
import { ApiKeys } from './api-keys/api-keys.service.js';
import { Cursors } from './cursors/cursors.service.js';
import { ERROR_REPORTER, type ErrorReporter } from './error-reporter.js';
import { FieldCipher } from './fields/field-cipher.service.js';
import { Authenticator } from './http/authenticator.service.js';
import { DataKeyEntity } from './keys/data-key.entity.js';
import { DataKeys } from './keys/data-keys.service.js';
import { MasterKeys } from './keys/master-keys.js';
import { OutboundAllowList } from './outbound/outbound-allow-list.js';
import { SafeHttp } from './outbound/safe-http.service.js';
import { PersonTokenEntity } from './people/person-token.entity.js';
import { PersonTokens } from './people/person-tokens.service.js';
import { BlindIndex } from './search/blind-index.service.js';
import { SEARCH_LANGUAGES } from './search/search-languages.js';

export interface SecurityOptions {
  readonly masterKeys: MasterKeys;
  readonly adminKey: AdminKey;
  /** Names of Snowball algorithms: `english`, `spanish`. */
  readonly searchLanguages: readonly string[];
  /** Hosts and ranges that may be called though they are private or speak plain HTTP. Defaults to none. */
  readonly outboundAllow?: readonly string[];
  readonly report: ErrorReporter;
}

/** Keys, sealed fields, blind index, cursors and API keys, for every module of a process. */
@Module({})
export class SecurityModule {
  static forRoot({
    masterKeys,
    adminKey,
    searchLanguages,
    outboundAllow = [],
    report,
  }: SecurityOptions): DynamicModule {
    return {
      module: SecurityModule,
      global: true,
      imports: [TypeOrmModule.forFeature([DataKeyEntity, ApiKeyEntity, PersonTokenEntity])],
      providers: [
        { provide: MasterKeys, useValue: masterKeys },
        { provide: AdminKey, useValue: adminKey },
        { provide: SEARCH_LANGUAGES, useValue: searchLanguages },
        { provide: ERROR_REPORTER, useValue: report },
        { provide: SafeHttp, useFactory: () => new SafeHttp(new OutboundAllowList(outboundAllow)) },
        DataKeys,
        FieldCipher,
        BlindIndex,
        Cursors,
        ApiKeys,
        PersonTokens,
        Authenticator,
      ],
      exports: [
        MasterKeys,
        AdminKey,
        ERROR_REPORTER,
        DataKeys,
        FieldCipher,
        BlindIndex,
        Cursors,
        ApiKeys,
        PersonTokens,
        Authenticator,
        SafeHttp,
      ],
    };
  }
}
