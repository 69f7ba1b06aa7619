import { Injectable } from '@nestjs/common';

import { Logger } from '#telemetry';
import type { WhatsAppPort } from '#whatsapp';

import { MediaDownloads } from '../media/media-downloads.service.js';
import type { Ownership } from '../outbox/ownership.js';
import { ChatSyncs } from '../sync/chat-syncs.service.js';
import { PairingAnswers } from './pairing-answers.service.js';
import { SessionDuty } from './session-duty.js';

/** A lost notification costs so much at most. */
const PAIRING_MS = 2_000;
const MEDIA_MS = 5_000;
const SYNC_MS = 5_000;

/** What is going on in a session, to be called when there is something to do. */
export interface BegunDuties {
  readonly pairing: SessionDuty;
  readonly media: SessionDuty;
  readonly sync: SessionDuty;
}

/** What an account's owner does for it beside sending. */
@Injectable()
export class SessionDuties {
  constructor(
    private readonly pairing: PairingAnswers,
    private readonly media: MediaDownloads,
    private readonly syncs: ChatSyncs,
    private readonly logger: Logger,
  ) {}

  begin(port: WhatsAppPort, owner: Ownership): BegunDuties {
    const report = (error: unknown): void => {
      this.logger.error({ err: error, accountId: owner.accountId }, 'a duty of an account failed; trying again');
    };
    return {
      pairing: new SessionDuty({ everyMs: PAIRING_MS, work: () => this.pairing.answerAll(port, owner), report }),
      media: new SessionDuty({
        everyMs: MEDIA_MS,
        work: (signal) => this.media.downloadAll(port, owner, signal),
        report,
      }),
      sync: new SessionDuty({ everyMs: SYNC_MS, work: (signal) => this.syncs.workOff(port, owner, signal), report }),
    };
  }
}
