import { IsBoolean } from 'class-validator';

import { FromEnv } from '../variable.js';

/** What is found out about messages: each kind can be switched off by itself. */
export class MetadataConfig {
  @FromEnv('AUTO_SENTIMENT_ANALYSIS', { default: 'true', about: 'tell the sentiment of messages' })
  @IsBoolean()
  readonly sentiment!: boolean;

  @FromEnv('AUTO_CATEGORIZATION', { default: 'true', about: 'put messages into categories' })
  @IsBoolean()
  readonly categories!: boolean;

  @FromEnv('AUTO_TAGGING', { default: 'true', about: 'tag messages' })
  @IsBoolean()
  readonly tags!: boolean;
}
