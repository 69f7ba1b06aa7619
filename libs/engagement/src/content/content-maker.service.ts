import { Injectable } from '@nestjs/common';
import pLimit from 'p-limit';

import type { EngagementPolicy } from '../planning/engagement-policy.js';
import { reason, type Reason } from '../planning/reason.js';
import { TemplateWriter } from '../templates/template-writer.service.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';
import { Addressees, type Addressee } from './addressee.service.js';
import { noContent } from './content.errors.js';
import type { ContentRequest, MadeContent } from './content-request.js';
import type { OutreachMaterial } from './outreach-material.js';
import { OutreachMaterials } from './outreach-materials.service.js';
import { OutreachWriter } from './outreach-writer.service.js';

/** So many are made at the same time: each reads about its person on a connection of its own. */
const AT_ONCE = 4;
/** As a variant of templates: the model is not asked. Any other value is the id of a template that comes first. */
const TEMPLATES_ONLY = 'templates';

/** Makes the words of an outreach: by the model, else by a template. Writes nothing down. */
@Injectable()
export class ContentMaker {
  constructor(
    private readonly policies: EngagementPolicies,
    private readonly addressees: Addressees,
    private readonly materials: OutreachMaterials,
    private readonly writer: OutreachWriter,
    private readonly templates: TemplateWriter,
  ) {}

  /** @throws AppError `engagement.no-content` when there are none that may be sent */
  async make(request: ContentRequest, signal?: AbortSignal): Promise<MadeContent> {
    const [made] = await this.makeAll([request], signal);
    if (made?.status !== 'fulfilled') throw made?.reason;
    return made.value;
  }

  /** As `make`, for each of `requests`, in their order: one that fails takes no other's words away. */
  async makeAll(
    requests: readonly ContentRequest[],
    signal?: AbortSignal,
  ): Promise<readonly PromiseSettledResult<MadeContent>[]> {
    const { policy } = await this.policies.current();
    const addressees = await this.addressees.of(requests, policy.timeZone);
    const making = pLimit(AT_ONCE);
    return Promise.allSettled(
      requests.map((request, place) => making(() => this.makeOne(request, addressees[place] ?? null, policy, signal))),
    );
  }

  private async makeOne(
    request: ContentRequest,
    addressee: Addressee | null,
    policy: EngagementPolicy,
    signal?: AbortSignal,
  ): Promise<MadeContent> {
    if (!addressee) throw noContent([reason('nobody')]);
    const asked = request.variants?.template === undefined && this.writer.hasModel;
    const material = await this.materials.of(request, addressee, policy, asked);
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
