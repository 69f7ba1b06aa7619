import { Injectable } from '@nestjs/common';

import { PacingConfig, WhatsAppConfig } from '#config';

import type { PacingPolicy } from './pacing-policy.js';

/** The pace that the settings ask for. */
@Injectable()
export class PacingRules {
  constructor(
    private readonly config: PacingConfig,
    private readonly whatsapp: WhatsAppConfig,
  ) {}

  /** Null when messages leave as fast as they can: the simulator is nobody's phone, and the Cloud API has limits of its own. */
  get policy(): PacingPolicy | null {
    const { pacing } = this.config;
    return pacing === 'on' || (pacing === 'auto' && this.whatsapp.connector === 'webjs') ? this.config : null;
  }
}
