import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { LabelView } from '#messaging';
import { FieldCipher } from '#security';

import type { WebhookAction } from './automation.js';
import { webhookSecretAddress } from './automation-book.service.js';
import { AutomationEntity } from './automation.entity.js';
import { AutomationRunEntity } from './automation-run.entity.js';
import { MessageFactsReader } from './message-facts.service.js';

/** What a receiver is told, and with what it is signed. */
export interface WebhookContent {
  readonly body: string;
  readonly secret: string | null;
}

/** Puts together what a receiver is told: as it is now, so that what was deleted or erased meanwhile does not go out. */
@Injectable()
export class WebhookContents {
  constructor(
    private readonly dataSource: DataSource,
    private readonly facts: MessageFactsReader,
    private readonly cipher: FieldCipher,
  ) {}

  /** Null when the automation is off, or has another webhook by now. */
  async of(deliveryId: string, runId: string, url: string): Promise<WebhookContent | null> {
    const run = await this.dataSource
      .getRepository(AutomationRunEntity)
      .findOne({ where: { id: runId }, relations: { automation: true } });
    const action = run?.automation?.actions.find((one) => one.kind === 'webhook');
    if (!run?.automation?.enabledAt || action?.url !== url) return null;
    return {
      body: JSON.stringify(await this.bodyOf(deliveryId, run, run.automation, action)),
      secret: await this.secretOf(run.automation),
    };
  }

  private async bodyOf(
    id: string,
    { id: runId, chatId, messageId, createdAt }: AutomationRunEntity,
    automation: AutomationEntity,
    { include_text }: WebhookAction,
  ): Promise<object> {
    const [message] = await this.facts.of([messageId]);
    const place = message?.chatId ?? chatId;
    const [chat] = await this.dataSource.query<{ external_id: string }[]>(
      'SELECT external_id FROM chats WHERE id = $1',
      [place],
    );
    const { sentiment = null, category = null, tags = [] } = message?.labels ?? {};
    return {
      id,
      type: 'automation.matched',
      created_at: createdAt,
      automation: { id: automation.id, name: automation.name },
      run_id: runId,
      chat: { id: place, external_id: chat?.external_id ?? null },
      message: {
        id: messageId,
        sent_at: message?.sentAt ?? null,
        ...(include_text && { text: message?.text ?? null }),
      },
      labels: { sentiment: labelOf(sentiment), category: labelOf(category), tags: tags.map(labelOf) },
    };
  }

  private async secretOf({ id, webhookSecret }: AutomationEntity): Promise<string | null> {
    return webhookSecret && this.cipher.open(id, webhookSecretAddress(id), webhookSecret);
  }
}

function labelOf(label: LabelView | null): { value: string; confidence: number } | null {
  return label && { value: label.value, confidence: label.confidence };
}
