import { AutomationChats } from './automation-chats.service.js';
import { AutomationActions } from './automation-actions.service.js';
import { AutomationAgent } from './automation.agent.js';
import { AutomationJudge } from './automation-judge.service.js';
import { AutomationNotifications } from './automation-notifications.service.js';
import { AutomationRunner } from './automation-runner.service.js';
import { AutomationSchedule } from './automation.schedule.js';
import { AutomationSweeps } from './automation-sweeps.service.js';
import { ChatObserver } from './chat-observer.service.js';
import { RunBook } from './run-book.service.js';
import { SilentChats } from './silent-chats.service.js';
import { WebhookAgent } from './webhook.agent.js';
import { WebhookContents } from './webhook-content.service.js';
import { WebhookDesk } from './webhook-desk.service.js';
import { WebhookSender } from './webhook-sender.service.js';

/** Automations at work. */
export const AUTOMATIONS_AT_WORK = [
  ...[AutomationActions, AutomationAgent, AutomationChats, AutomationJudge, AutomationNotifications, AutomationRunner],
  ...[AutomationSchedule, AutomationSweeps, ChatObserver, RunBook, SilentChats],
  ...[WebhookAgent, WebhookContents, WebhookDesk, WebhookSender],
];
