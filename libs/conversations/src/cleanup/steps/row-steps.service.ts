import { Injectable } from '@nestjs/common';

import { PRUNABLE_DEAD_LETTERS, PRUNABLE_HEARTBEATS, PRUNABLE_SLOTS, PRUNABLE_TASKS } from '#agents';
import { CleanupConfig } from '#config';
import { RowPruning, type Prunable } from '#database';
import { PRUNABLE_LLM_CONTACT_DAYS, PRUNABLE_LLM_USAGE } from '#llm';
import {
  PRUNABLE_ATTACHMENTS,
  PRUNABLE_PAIRINGS,
  PRUNABLE_PERSON_EVENTS,
  PRUNABLE_REACTIONS,
  PRUNABLE_SOCKET_SESSIONS,
} from '#messaging';
import { PRUNABLE_CLOUD_API_MESSAGES, PRUNABLE_CLOUD_API_WINDOWS } from '#whatsapp';

import { PRUNABLE_BATCHES } from '../../metadata/prunable-batches.js';
import { PRUNABLE_AUTOMATION_RUNS } from '../../automations/prunable-runs.js';
import type { CleanupOrder, CleanupStep } from '../cleanup-step.js';

const DAY_MS = 86_400_000;

/** The steps that remove old rows of one table each. */
@Injectable()
export class RowSteps {
  constructor(
    private readonly pruning: RowPruning,
    private readonly settings: CleanupConfig,
  ) {}

  all(): CleanupStep[] {
    const { taskRetentionDays, deadLetterRetentionDays } = this.settings;
    return [
      // Letters first: a record that its letter needs stays.
      this.step('dead_letters', PRUNABLE_DEAD_LETTERS, deadLetterRetentionDays),
      this.step('task_records', PRUNABLE_TASKS, taskRetentionDays),
      this.step('schedule_slots', PRUNABLE_SLOTS, 30),
      this.step('scheduler_heartbeats', PRUNABLE_HEARTBEATS, 1),
      this.step('pairing_requests', PRUNABLE_PAIRINGS, 1),
      this.step('sent_attachments', PRUNABLE_ATTACHMENTS, 30),
      this.step('orphaned_reactions', PRUNABLE_REACTIONS, 90),
      this.step('person_events', PRUNABLE_PERSON_EVENTS, 7),
      this.step('socket_sessions', PRUNABLE_SOCKET_SESSIONS, 1),
      this.step('metadata_batches', PRUNABLE_BATCHES, 30),
      this.step('automation_runs', PRUNABLE_AUTOMATION_RUNS, 90),
      this.step('llm_usage', PRUNABLE_LLM_USAGE, 365),
      this.step('llm_contact_days', PRUNABLE_LLM_CONTACT_DAYS, 30),
      this.step('cloud_api_messages', PRUNABLE_CLOUD_API_MESSAGES, 90),
      this.step('cloud_api_windows', PRUNABLE_CLOUD_API_WINDOWS, 7),
    ];
  }

  private step(id: string, prunable: Prunable, days: number): CleanupStep {
    return {
      id,
      run: async ({ dryRun, now, signal }: CleanupOrder) => {
        const before = new Date(now.getTime() - days * DAY_MS);
        return { removed: await this.pruning.prune(prunable, { before, dryRun, signal }) };
      },
    };
  }
}
