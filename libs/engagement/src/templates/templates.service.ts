import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { isId } from '#kernel';

import type { EngagementType } from '../planning/engagement-type.js';
import { SHIPPED_TEMPLATES } from './shipped/shipped-templates.js';
import { TemplateEntity } from './template.entity.js';
import { templateNotFound } from './template.errors.js';
import type { Scenario, Template } from './template.js';

export interface TemplateFilter {
  readonly type?: EngagementType;
  readonly language?: string;
  readonly scenario?: Scenario;
}

/** A change by another process is seen after so long. */
const KEPT_MS = 1_000;

/** All templates: those that ship with the program and those of operators. */
@Injectable()
export class Templates {
  private kept: { readonly all: readonly Template[]; readonly until: number } | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /** Those that may be used now. */
  async usable(type: EngagementType, language: string): Promise<readonly Template[]> {
    if (!this.kept || performance.now() >= this.kept.until) {
      this.kept = { all: await this.list(), until: performance.now() + KEPT_MS };
    }
    return this.kept.all.filter((one) => one.enabled && one.type === type && one.language === language);
  }

  /** Those of operators first, the latest before the others. */
  async list({ type, language, scenario }: TemplateFilter = {}): Promise<readonly Template[]> {
    const rows = await this.dataSource.getRepository(TemplateEntity).find({ order: { id: 'DESC' } });
    const off = new Set(rows.flatMap(({ replaces, enabled }) => (replaces !== null && !enabled ? [replaces] : [])));
    const own = rows.filter(({ replaces }) => replaces === null).map(ofRow);
    const shipped = SHIPPED_TEMPLATES.map((one) => (off.has(one.id) ? { ...one, enabled: false } : one));
    return [...own, ...shipped].filter(
      (one) =>
        (type === undefined || one.type === type) &&
        (language === undefined || one.language === language) &&
        (scenario === undefined || one.scenario === scenario),
    );
  }

  /** @throws AppError `template.not-found` */
  async find(id: string): Promise<Template> {
    const found = (await this.list()).find((one) => one.id === (isId(id) ? id.toLowerCase() : id));
    if (!found) throw templateNotFound();
    return found;
  }

  /** They have changed: read them again. */
  forget(): void {
    this.kept = null;
  }
}

function ofRow({
  id,
  type,
  language,
  scenario,
  tone,
  text,
  cloudName,
  cloudLanguage,
  enabled,
}: TemplateEntity): Template {
  return { id, type, language, scenario, tone, text, cloudName, cloudLanguage, enabled, shipped: false };
}
