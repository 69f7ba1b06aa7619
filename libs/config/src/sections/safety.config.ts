import { IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';

import { FromEnv } from '../variable.js';

/** What may be said, and what happens when somebody is in danger. */
export class SafetyConfig {
  @FromEnv('NSFW_POLICY', {
    default: 'soften',
    about: 'with adults confirmed by hand and mature characters: off, soften (suggestive at most), allow',
  })
  @IsIn(['off', 'soften', 'allow'])
  readonly nsfwPolicy!: 'off' | 'soften' | 'allow';

  @FromEnv('SAFETY_MODEL', {
    default: 'false',
    about: 'let the model judge messages too, one call each; the stricter of model and word lists counts',
  })
  @IsBoolean()
  readonly model!: boolean;

  @FromEnv('SAFETY_PAUSE_DAYS', {
    default: '7',
    about: 'days for which we do not write first to somebody who was in danger',
  })
  @IsInt()
  @Min(0)
  @Max(365)
  readonly pauseDays!: number;
}
