import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock, newId } from '#kernel';

import { Audit } from '../tuning/audit.service.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';
import { checkTemplate } from './check-template.js';
import { TemplateEntity } from './template.entity.js';
import { templateExists, templateNotFound, templateRefused, templateShipped } from './template.errors.js';
import type { Template } from './template.js';
import { Templates } from './templates.service.js';

/** What an operator says of a template. */
export type NewTemplate = Pick<
  Template,
  'type' | 'language' | 'scenario' | 'tone' | 'text' | 'cloudName' | 'cloudLanguage' | 'enabled'
>;

/** Makes, changes and removes templates; one that could never be sent is refused. */
@Injectable()
export class TemplateDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly templates: Templates,
    private readonly policies: EngagementPolicies,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `template.refused` or `template.exists` */
  async add(template: NewTemplate, principal: string): Promise<Template> {
    await this.check(template);
    const [id, now] = [newId(), this.clock.now()];
    await this.write(principal, 'template.added', id, async (manager) => {
      const added = await manager.query<unknown[]>(INSERT_SQL, [id, ...valuesOf(template), now]);
      if (added.length === 0) throw templateExists();
    });
    return this.templates.find(id);
  }

  /** Of a shipped one only `enabled` is changed. @throws AppError `template.not-found`, `.refused`, `.exists` or `.shipped` */
  async change(id: string, patch: Partial<NewTemplate>, principal: string): Promise<Template> {
    const before = await this.templates.find(id);
    if (before.shipped) return this.switch(before, patch, principal);
    const after = { ...before, ...patch };
    await this.check(after);
    await this.write(principal, 'template.changed', before.id, async (manager) => {
      const [taken] = await manager.query<unknown[]>(TAKEN_SQL, [
        before.id,
        ...valuesOf(after).slice(0, 3),
        after.text,
      ]);
      if (taken) throw templateExists();
      const [changed] = await manager.query<[unknown[], number]>(CHANGE_SQL, [
        ...[before.id, ...valuesOf(after)],
        this.clock.now(),
      ]);
      if (changed.length === 0) throw templateNotFound();
    });
    return this.templates.find(before.id);
  }

  /** @throws AppError `template.not-found` or `template.shipped` */
  async remove(id: string, principal: string): Promise<void> {
    const template = await this.templates.find(id);
    if (template.shipped) throw templateShipped();
    await this.write(principal, 'template.removed', template.id, async (manager) => {
      await manager.delete(TemplateEntity, { id: template.id });
    });
  }

  private async switch(before: Template, patch: Partial<NewTemplate>, principal: string): Promise<Template> {
    if (patch.enabled === undefined || Object.keys(patch).length > 1) throw templateShipped();
    const after = { ...before, enabled: patch.enabled };
    await this.write(principal, 'template.switched', before.id, async (manager) => {
      await manager.query(SWITCH_SQL, [newId(), ...valuesOf(after), this.clock.now(), before.id]);
    });
    return this.templates.find(before.id);
  }

  private async check({ text, language }: NewTemplate): Promise<void> {
    const { policy } = await this.policies.current();
    const { reasons } = checkTemplate(text, language, policy);
    if (reasons.length > 0) throw templateRefused(reasons);
  }

  private async write(
    principal: string,
    action: string,
    subject: string,
    work: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    await this.transactions.run(async (manager) => {
      await work(manager);
      await this.audit.note(manager, { principal, action, subject });
    });
    this.templates.forget();
  }
}

/** As the statements name them: $2 to $9. */
function valuesOf(template: NewTemplate): unknown[] {
  const { type, language, scenario, tone, text, cloudName, cloudLanguage, enabled } = template;
  return [type, language, scenario, tone, text, cloudName, cloudLanguage, enabled];
}

const COLUMNS = 'type, language, scenario, tone, text, cloud_name, cloud_language, enabled';

const INSERT_SQL = `
INSERT INTO engagement_templates (id, ${COLUMNS}, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) ON CONFLICT (type, language, scenario, text) DO NOTHING RETURNING id`;

const TAKEN_SQL = `
SELECT 1 FROM engagement_templates WHERE id <> $1 AND type = $2 AND language = $3 AND scenario = $4 AND text = $5`;

const CHANGE_SQL = `
UPDATE engagement_templates SET (${COLUMNS}) = ($2, $3, $4, $5, $6, $7, $8, $9), updated_at = $10, version = version + 1
WHERE id = $1 RETURNING id`;

const SWITCH_SQL = `
INSERT INTO engagement_templates (id, ${COLUMNS}, created_at, updated_at, replaces)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11)
ON CONFLICT (replaces) DO UPDATE SET enabled = excluded.enabled, updated_at = excluded.updated_at, version = engagement_templates.version + 1`;
