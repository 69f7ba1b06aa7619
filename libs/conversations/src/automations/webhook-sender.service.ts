import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AppError, Clock } from '#kernel';
import { SafeHttp } from '#security';
import { Logger } from '#telemetry';

import { webhookChanged, webhookGone, webhookRefused } from './automation.errors.js';
import { WebhookContents } from './webhook-content.service.js';
import { webhookSignature } from './webhook-signature.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
/** After the first, second, third and fourth try. The first pause is longer than a try may take. */
const PAUSES_MS = [30 * SECOND_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 120 * MINUTE_MS] as const;
const TIMEOUT_MS = 10 * SECOND_MS;
const GONE = 410;
/** Of the address, and yet it may be gone with the next try: a page for the time of repairs, a name that is being moved. */
const PASSING = new Set(['outbound.redirect', 'outbound.refused']);

interface ClaimedDelivery {
  readonly id: string;
  readonly run_id: string;
  readonly url: string;
  readonly attempts: number;
}

/** Brings deliveries to their receivers: five tries over some hours. A receiver may hear one twice, under the same id. */
@Injectable()
export class WebhookSender {
  constructor(
    private readonly dataSource: DataSource,
    private readonly contents: WebhookContents,
    private readonly http: SafeHttp,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async deliver(deliveryId: string): Promise<void> {
    const claimed = await this.claim(deliveryId);
    if (!claimed) return;
    const outcome = await this.attempt(claimed);
    if (outcome.error) {
      const fields = { err: outcome.error, deliveryId, attempt: claimed.attempts };
      this.logger.warn(fields, 'a webhook was not delivered');
    }
    await this.note(claimed, outcome);
  }

  /** Counted before it is sent, with the time of the next one: who dies in the middle is followed by somebody. */
  private async claim(id: string): Promise<ClaimedDelivery | undefined> {
    const [rows]: [ClaimedDelivery[], number] = await this.dataSource.query(
      `UPDATE webhook_deliveries SET attempts = attempts + 1,
         next_at = $2::timestamptz + coalesce(($3::integer[])[attempts + 1], $4) * interval '1 millisecond'
       WHERE id = $1 AND state = 'waiting' AND next_at <= $2 RETURNING id, run_id, url, attempts`,
      [id, this.clock.now(), PAUSES_MS, PAUSES_MS[0]],
    );
    return rows[0];
  }

  private async attempt({ id, run_id, url }: ClaimedDelivery): Promise<{ status?: number; error?: AppError }> {
    try {
      const content = await this.contents.of(id, run_id, url);
      if (!content) return { error: webhookChanged() };
      const { body, secret } = content;
      const { status } = await this.http.send({
        url,
        method: 'POST',
        body,
        timeoutMs: TIMEOUT_MS,
        statusOnly: true,
        headers: {
          'content-type': 'application/json',
          'x-secretary-delivery': id,
          ...(secret !== null && { 'x-secretary-signature': webhookSignature(secret, body, this.clock.now()) }),
        },
      });
      if (status >= 200 && status < 300) return { status };
      return { status, error: status === GONE ? webhookGone() : webhookRefused(status) };
    } catch (error) {
      if (error instanceof AppError) return { error };
      throw error;
    }
  }

  private async note(
    { id, run_id, url, attempts }: ClaimedDelivery,
    { status, error }: { status?: number; error?: AppError },
  ): Promise<void> {
    const over = !error || !mayPass(error) || attempts > PAUSES_MS.length;
    const now = this.clock.now();
    await this.dataSource.query(
      `UPDATE webhook_deliveries SET last_status = $2, last_error = $3,
         state = CASE WHEN NOT $4 THEN state WHEN $3::text IS NULL THEN 'delivered' ELSE 'failed' END,
         next_at = CASE WHEN $4 THEN NULL ELSE next_at END, finished_at = CASE WHEN $4 THEN $5::timestamptz END
       WHERE id = $1`,
      [id, status ?? null, error ? `${error.code}: ${error.message}` : null, over, now],
    );
    if (status === GONE) await this.close(run_id, url, now);
  }

  /** Nothing is sent there any more, until the automation is given its actions anew. */
  private async close(runId: string, url: string, now: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE automations SET webhook_gone_at = $3
       WHERE id = (SELECT automation_id FROM automation_runs WHERE id = $1)
         AND actions @> jsonb_build_array(jsonb_build_object('kind', 'webhook', 'url', $2::text))`,
      [runId, url, now],
    );
  }
}

function mayPass({ code, retryable }: AppError): boolean {
  return retryable || PASSING.has(code);
}
