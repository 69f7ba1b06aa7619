import { Injectable } from '@nestjs/common';

import { CloudApiConfig } from '#config';

import { cloudApiSettings, type CloudApiSettings } from '../cloud-api-settings.js';
import { invalidPayload, webhookRefused } from '../cloud-api.errors.js';
import { WebhookIntake } from '../inbound/webhook-intake.js';
import { isObject, type Json } from '../json.js';
import { isSameSecret, isSigned } from './webhook-signature.js';

const LONGEST_CHALLENGE = 256;

/** What Meta's server asks of us, and tells. */
@Injectable()
export class Webhook {
  private readonly settings: CloudApiSettings;

  constructor(
    config: CloudApiConfig,
    private readonly intake: WebhookIntake,
  ) {
    this.settings = cloudApiSettings(config);
  }

  /** Meta asks whether this address is ours: the challenge goes back to whoever knows the verify token. Throws `cloud-api.refused`. */
  verify(query: Json): string {
    const challenge = query['hub.challenge'];
    const isKnown = isSameSecret(query['hub.verify_token'], this.settings.verifyToken);
    if (!isKnown || query['hub.mode'] !== 'subscribe') throw webhookRefused();
    if (typeof challenge !== 'string' || challenge.length > LONGEST_CHALLENGE) throw webhookRefused();
    return challenge;
  }

  /**
   * Resolves once what the body tells is durable, with whether there was anything for us. Nothing is read of a body that is not signed:
   * throws `cloud-api.refused`, and `cloud-api.invalid-payload` for one that is no JSON.
   */
  async take(body: Buffer, signature: unknown): Promise<boolean> {
    if (!isSigned(body, signature, this.settings.appSecret)) throw webhookRefused();
    return this.intake.keep(parse(body));
  }

  wake(): Promise<void> {
    return this.intake.wake();
  }
}

function parse(body: Buffer): Json {
  try {
    const payload: unknown = JSON.parse(body.toString('utf8'));
    return isObject(payload) ? payload : {};
  } catch {
    throw invalidPayload();
  }
}
