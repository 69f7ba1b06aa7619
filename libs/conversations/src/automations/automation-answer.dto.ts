import { ApiProperty } from '@nestjs/swagger';

import type { Rehearsal } from './automation-rehearsal.service.js';
import type { ActionOutcome } from './automation-run.entity.js';
import type { NotificationView, RunView } from './automation-lists.service.js';
import type { Automation } from './automation-view.js';

const TIME = { type: String, format: 'date-time' } as const;
const TIME_OR_NULL = { ...TIME, nullable: true } as const;

/** An automation as the API shows it: everything but the secret. */
export class AutomationDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty() readonly enabled!: boolean;
  @ApiProperty({ ...TIME_OR_NULL, description: 'What was stored before does not concern it.' })
  readonly enabled_at!: Date | null;
  @ApiProperty({ type: Object }) readonly when!: object;
  @ApiProperty({ type: [Object], description: '`signed` tells whether a webhook has a secret.' })
  readonly then!: object[];
  @ApiProperty({ ...TIME_OR_NULL, description: 'When its receiver said that it is gone for good; give `then` anew.' })
  readonly webhook_gone_at!: Date | null;
  @ApiProperty() readonly version!: number;
  @ApiProperty(TIME) readonly created_at!: Date;
  @ApiProperty(TIME) readonly updated_at!: Date;
}

export class AutomationPageDto {
  @ApiProperty({ type: [AutomationDto] }) readonly automations!: AutomationDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next_cursor!: string | null;
}

export class WebhookDeliveryDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ enum: ['waiting', 'delivered', 'failed'] }) readonly state!: string;
  @ApiProperty() readonly attempts!: number;
  @ApiProperty(TIME_OR_NULL) readonly next_at!: Date | null;
  @ApiProperty({ type: Number, nullable: true }) readonly last_status!: number | null;
  @ApiProperty({ type: String, nullable: true }) readonly last_error!: string | null;
  @ApiProperty(TIME_OR_NULL) readonly finished_at!: Date | null;
}

/** What an automation did about one message. */
export class AutomationRunDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly chat_id!: string;
  @ApiProperty() readonly message_id!: string;
  @ApiProperty({ description: 'Of the automation, when it matched.' }) readonly version!: number;
  @ApiProperty({ type: [String] }) readonly reasons!: string[];
  @ApiProperty({ enum: ['waiting', 'done', 'failed', 'dropped'] }) readonly state!: string;
  @ApiProperty({
    type: [Object],
    description:
      '`kind`, `outcome` (done, handed-over, waiting, skipped, failed) and `reason` of each action; what became of what was handed over is in `webhook`.',
  })
  readonly actions!: ActionOutcome[];
  @ApiProperty({ type: WebhookDeliveryDto, nullable: true }) readonly webhook!: WebhookDeliveryDto | null;
  @ApiProperty() readonly attempts!: number;
  @ApiProperty(TIME) readonly created_at!: Date;
  @ApiProperty(TIME_OR_NULL) readonly finished_at!: Date | null;
}

export class AutomationRunPageDto {
  @ApiProperty({ type: [AutomationRunDto] }) readonly runs!: AutomationRunDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next_cursor!: string | null;
}

export class AutomationNotificationDto {
  @ApiProperty({ description: 'Of the run.' }) readonly id!: string;
  @ApiProperty() readonly automation_id!: string;
  @ApiProperty() readonly automation_name!: string;
  @ApiProperty() readonly chat_id!: string;
  @ApiProperty() readonly message_id!: string;
  @ApiProperty({ type: [String] }) readonly reasons!: string[];
  @ApiProperty(TIME) readonly at!: Date;
}

export class AutomationNotificationPageDto {
  @ApiProperty({ type: [AutomationNotificationDto] }) readonly notifications!: AutomationNotificationDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next_cursor!: string | null;
}

export class RehearsedMatchDto {
  @ApiProperty() readonly message_id!: string;
  @ApiProperty() readonly chat_id!: string;
  @ApiProperty(TIME) readonly sent_at!: Date;
  @ApiProperty({ type: [String] }) readonly reasons!: string[];
}

export class RehearsalDto {
  @ApiProperty({ description: 'Messages that were looked at.' }) readonly examined!: number;
  @ApiProperty({ description: 'Of those, how many have no labels yet, though the automation asks for some.' })
  readonly unlabelled!: number;
  @ApiProperty({ type: [RehearsedMatchDto] }) readonly matches!: RehearsedMatchDto[];
}

export function toAutomationDto(automation: Automation): AutomationDto {
  const { id, name, when, actions, signs, enabledAt, webhookGoneAt, version, createdAt, updatedAt } = automation;
  return {
    id,
    name,
    enabled: enabledAt !== null,
    enabled_at: enabledAt,
    when,
    then: actions.map((action) => (action.kind === 'webhook' ? { ...action, signed: signs } : action)),
    webhook_gone_at: webhookGoneAt,
    version,
    created_at: createdAt,
    updated_at: updatedAt,
  };
}

export function toRunDto(run: RunView): AutomationRunDto {
  const { delivery } = run;
  return {
    id: run.id,
    chat_id: run.chatId,
    message_id: run.messageId,
    version: run.version,
    reasons: run.reasons,
    state: run.state,
    actions: run.outcomes,
    webhook: delivery && {
      id: delivery.id,
      state: delivery.state,
      attempts: delivery.attempts,
      next_at: delivery.nextAt,
      last_status: delivery.lastStatus,
      last_error: delivery.lastError,
      finished_at: delivery.finishedAt,
    },
    attempts: run.attempts,
    created_at: run.createdAt,
    finished_at: run.finishedAt,
  };
}

export function toNotificationDto(told: NotificationView): AutomationNotificationDto {
  return {
    id: told.id,
    automation_id: told.automationId,
    automation_name: told.automationName,
    chat_id: told.chatId,
    message_id: told.messageId,
    reasons: [...told.reasons],
    at: told.at,
  };
}

export function toRehearsalDto({ examined, unlabelled, matches }: Rehearsal): RehearsalDto {
  return {
    examined,
    unlabelled,
    matches: matches.map(({ messageId, chatId, sentAt, reasons }) => ({
      message_id: messageId,
      chat_id: chatId,
      sent_at: sentAt,
      reasons: [...reasons],
    })),
  };
}
