import { IsIn, IsInt, Max, Min } from 'class-validator';

import { FromEnv } from '../variable.js';

/** What becomes of the attachments that come in. They are kept, sealed, in `DATA_DIR/media`. */
export class MediaConfig {
  @FromEnv('MEDIA_DOWNLOAD', {
    default: 'on',
    about: 'on or off: whether the attachments of incoming messages are downloaded and kept',
  })
  @IsIn(['on', 'off'])
  readonly download!: 'on' | 'off';

  @FromEnv('MEDIA_MAX_MB', { default: '64', about: 'largest attachment that is kept, in MiB' })
  @IsInt()
  @Min(1)
  @Max(2_048)
  readonly maxMb!: number;
}
