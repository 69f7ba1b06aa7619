import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  Matches,
  Max,
  Min,
} from 'class-validator';

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

  @FromEnv('METADATA_TAGS', {
    default:
      'urgent,follow_up,question,price_inquiry,payment,delivery,schedule,cancellation,complaint,refund,technical,contact_details,recommendation,greeting,thanks,apology,personal,spam',
    about: 'the tags that there are: small letters, digits, _ and -',
  })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @Matches(/^[a-z0-9][a-z0-9_-]{0,39}$/, { each: true, message: 'must be tags such as urgent,follow_up' })
  readonly vocabulary!: string[];

  @FromEnv('METADATA_DAILY_CALLS', {
    default: '500',
    about: 'most calls of the model a day to tell these, each about a dozen messages; 0 makes none',
  })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  readonly dailyCalls!: number;
}
