import { Injectable } from '@nestjs/common';
import { QueryFailedError, type EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock, isId, newId } from '#kernel';
import { DataKeys, FieldCipher, type FieldAddress } from '#security';

import { ActiveAutomations } from './active-automations.service.js';
import type { Action, AutomationWhen } from './automation.js';
import { AutomationEntity } from './automation.entity.js';
import { automationNameTaken, automationNotFound, tooManyAutomations } from './automation.errors.js';
import { automationOf, type Automation } from './automation-view.js';

const MOST = 200;
const UNIQUE_VIOLATION = '23505';

/** What may be changed; what is left out stays. */
export interface AutomationChange {
  readonly name?: string;
  readonly enabled?: boolean;
  /** A new condition begins anew: what was stored before it does not concern it. */
  readonly when?: AutomationWhen;
  readonly actions?: readonly Action[];
  /** Of the webhook in `actions`: null for none. Undefined keeps the one there is, as long as its URL stays. */
  readonly secret?: string | null;
}

export type NewAutomation = Required<Omit<AutomationChange, 'secret'>> & Pick<AutomationChange, 'secret'>;

/** Writes automations. */
@Injectable()
export class AutomationBook {
  constructor(
    private readonly transactions: Transactions,
    private readonly cipher: FieldCipher,
    private readonly keys: DataKeys,
    private readonly active: ActiveAutomations,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `automation.name-taken`, `automation.too-many` */
  async add({ name, enabled, when, actions, secret }: NewAutomation): Promise<Automation> {
    const id = newId();
    const now = this.clock.now();
    return this.write(async (manager) => {
      if ((await manager.count(AutomationEntity)) >= MOST) throw tooManyAutomations(MOST);
      const row = manager.create(AutomationEntity, {
        ...{ id, name, when, actions: [...actions], enabledAt: enabled ? now : null, webhookGoneAt: null },
        webhookSecret: await this.seal(manager, id, secret ?? null),
        ...{ version: 1, createdAt: now, updatedAt: now },
      });
      await manager.insert(AutomationEntity, row);
      return automationOf(row);
    });
  }

  /** @throws AppError `automation.not-found`, `automation.name-taken` */
  async change(id: string, change: AutomationChange): Promise<Automation> {
    return this.write(async (manager) => {
      const row = isId(id)
        ? await manager.findOne(AutomationEntity, { where: { id }, lock: { mode: 'pessimistic_write' } })
        : null;
      if (!row) throw automationNotFound();
      const changed = { ...row, ...(await this.changed(manager, row, change)) };
      await manager.update(AutomationEntity, { id }, changed);
      return automationOf(changed);
    });
  }

  /** With everything it did. @throws AppError `automation.not-found` */
  async remove(id: string): Promise<void> {
    await this.write(async (manager) => {
      const { affected } = isId(id) ? await manager.delete(AutomationEntity, { id }) : { affected: 0 };
      if (!affected) throw automationNotFound();
      await this.keys.erase(id, manager);
    });
  }

  private async changed(
    manager: EntityManager,
    row: AutomationEntity,
    { name, enabled = row.enabledAt !== null, when, actions, secret }: AutomationChange,
  ): Promise<Partial<AutomationEntity>> {
    const now = this.clock.now();
    const since = when ? now : (row.enabledAt ?? now);
    return {
      ...(name !== undefined && { name }),
      ...(when && { when }),
      ...(actions && { actions: [...actions], webhookGoneAt: null }),
      ...(actions && !(secret === undefined && urlOf(actions) === urlOf(row.actions))
        ? { webhookSecret: await this.seal(manager, row.id, secret ?? null) }
        : {}),
      ...{ enabledAt: enabled ? since : null, version: row.version + 1, updatedAt: now },
    };
  }

  private async seal(manager: EntityManager, id: string, secret: string | null): Promise<Buffer | null> {
    return secret === null ? null : this.cipher.seal(id, webhookSecretAddress(id), secret, manager);
  }

  private async write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.transactions.run(work);
    } catch (error) {
      throw isNameTaken(error) ? automationNameTaken() : error;
    } finally {
      this.active.forget();
    }
  }
}

/** Where a secret lives: sealed with the automation's own key. */
export function webhookSecretAddress(automationId: string): FieldAddress {
  return { table: 'automations', column: 'webhook_secret', rowId: automationId };
}

function urlOf(actions: readonly Action[]): string | undefined {
  return actions.find((action) => action.kind === 'webhook')?.url;
}

function isNameTaken(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === UNIQUE_VIOLATION;
}
