import type { Action, AutomationWhen } from './automation.js';
import type { AutomationEntity } from './automation.entity.js';

/** An automation as its own code works with it. */
export interface Automation {
  readonly id: string;
  readonly name: string;
  readonly when: AutomationWhen;
  readonly actions: readonly Action[];
  /** Whether deliveries are signed. The secret itself is only read to sign. */
  readonly signs: boolean;
  readonly webhookGoneAt: Date | null;
  readonly enabledAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** One that is switched on. */
export type ActiveAutomation = Automation & { readonly enabledAt: Date };

export function isActive(automation: Automation): automation is ActiveAutomation {
  return automation.enabledAt !== null;
}

export function automationOf({ webhookSecret, ...row }: AutomationEntity): Automation {
  return { ...row, signs: webhookSecret !== null };
}
