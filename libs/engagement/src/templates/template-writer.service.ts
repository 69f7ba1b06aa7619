import { Injectable } from '@nestjs/common';

import { checkOutreach } from '../content/check-outreach.js';
import type { OutreachMaterial } from '../content/outreach-material.js';
import { sourcesOf } from '../content/sources-of.js';
import type { EngagementPolicy } from '../planning/engagement-policy.js';
import { templateChoices, type FilledTemplate } from './choose-template.js';
import { scenariosOf } from './occasion.js';
import { slotValues } from './slot-values.js';
import { Templates } from './templates.service.js';
import { slotsOf } from './template-slots.js';
import { toldAs } from './told-as.js';

/** What a template is chosen by, besides what it is made of. */
export interface TemplateOccasion {
  readonly at: Date;
  readonly zones: readonly string[];
  readonly lastHeardAt: Date | null;
  /** Ids of those that this person got last, the latest first. */
  readonly used: readonly string[];
  /** This one, if it fits. */
  readonly preferred: string | null;
}

export interface TemplateWords extends FilledTemplate {
  /** The memories that it speaks of. */
  readonly memoryIds: readonly string[];
}

/** From this valence down somebody felt low. */
const LOW = -0.3;

/** Makes an outreach of a template. */
@Injectable()
export class TemplateWriter {
  constructor(private readonly templates: Templates) {}

  /** Null when none of their language fits. */
  async write(
    material: OutreachMaterial,
    occasion: TemplateOccasion,
    policy: EngagementPolicy,
  ): Promise<TemplateWords | null> {
    const { type, language, contactId, moment, feeling, name, memories, tone } = material;
    const { at, zones, lastHeardAt, used, preferred } = occasion;
    const low = (feeling?.valence ?? 0) < LOW;
    const choices = templateChoices(await this.templates.usable(type, language), {
      scenarios: scenariosOf({ type, at, zones, moment: moment?.kind ?? null, low, lastHeardAt }),
      values: slotValues({ name, memories, moment: moment?.memory.text ?? null, language }),
      ...{ tone, used, seed: `${contactId}:${at.toISOString().slice(0, 10)}` },
    });
    const wanted = choices.filter(({ template }) => template.id === preferred);
    const chosen = [...wanted, ...choices].find((choice) => mayBeSent(choice, material, policy));
    return chosen ? { ...chosen, memoryIds: spokenOf(chosen, material) } : null;
  }
}

/** Its own words are the operator's or ours, and may come again after a while. */
function mayBeSent({ template, text }: FilledTemplate, material: OutreachMaterial, policy: EngagementPolicy): boolean {
  const sources = sourcesOf(material);
  const own = { ...sources, words: [...sources.words, template.text, text], remembers: true, earlier: [] };
  return checkOutreach(text, own, policy).length === 0;
}

function spokenOf({ template }: FilledTemplate, { memories, moment, language }: OutreachMaterial): readonly string[] {
  if (template.scenario === moment?.kind) return [moment.memory.id];
  const slots = slotsOf(template.text);
  return slots.flatMap((slot) => memories.find(({ text }) => toldAs(text, language)?.slot === slot)?.id ?? []);
}
