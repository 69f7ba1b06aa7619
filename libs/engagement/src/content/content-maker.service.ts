import { Injectable } from '@nestjs/common';

import type { EngagementPolicy } from '../planning/engagement-policy.js';
import { reason, type Reason } from '../planning/reason.js';
import { TemplateWriter } from '../templates/template-writer.service.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';
import type { Addressee } from './addressee.service.js';
import { noContent } from './content.errors.js';
import type { ContentRequest, MadeContent } from './content-request.js';
import type { OutreachMaterial } from './outreach-material.js';
import { OutreachMaterials } from './outreach-materials.service.js';
import { OutreachWriter } from './outreach-writer.service.js';

/** As a variant of templates: the model is not asked. Any other value is the id of a template that comes first. */
const TEMPLATES_ONLY = 'templates';

/** Makes the words of an outreach: by the model, else by a template. Writes nothing down. */
@Injectable()
export class ContentMaker {
  constructor(
    private readonly policies: EngagementPolicies,
    private readonly materials: OutreachMaterials,
    private readonly writer: OutreachWriter,
    private readonly templates: TemplateWriter,
  ) {}

  /** @throws AppError `engagement.no-content` when there are none that may be sent */
  async make(request: ContentRequest, signal?: AbortSignal): Promise<MadeContent> {
    const { policy } = await this.policies.current();
    const asked = request.variants?.template === undefined && this.writer.hasModel;
    const found = await this.materials.of(request, policy, asked);
    if (!found) throw noContent([reason('nobody')]);
    const { material, addressee } = found;
    const { language } = material;
    const { text, checks } = asked
      ? await this.writer.write(material, addressee.wordings, policy, signal)
      : { text: null, checks: [] };
    if (text === null) return this.fromTemplate(request, material, addressee, policy, checks);
    const memoryIds = material.memories.map(({ id }) => id);
    return { text, source: 'model', memoryIds, language, checks };
  }

  private async fromTemplate(
    { dueAt, variants }: ContentRequest,
    material: OutreachMaterial,
    { zones, lastHeardAt, templates: used }: Addressee,
    policy: EngagementPolicy,
    checks: readonly Reason[],
  ): Promise<MadeContent> {
    const { language } = material;
    const preferred = variants?.template === TEMPLATES_ONLY ? null : (variants?.template ?? null);
    const made = await this.templates.write(material, { at: dueAt, zones, lastHeardAt, used, preferred }, policy);
    if (!made) throw noContent([...checks, reason('no-template', { language })]);
    const { template, text, memoryIds } = made;
    return { text, source: 'template', templateId: template.id, memoryIds, language, checks };
  }
}
