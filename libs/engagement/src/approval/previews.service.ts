import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AppError, Clock } from '#kernel';

import { ContentMaker } from '../content/content-maker.service.js';
import type { MadeContent } from '../content/content-request.js';
import { butUsual } from '../experiments/usual.js';
import type { KnownPerson } from '../people/known-person.js';
import { PeopleReader } from '../people/people-reader.service.js';
import { lookAt, type Look } from '../planner/look-at.js';
import { PlanTerms } from '../planner/plan-terms.service.js';
import { variantsOf } from '../planner/variants-of.js';
import type { EngagementPolicy } from '../planning/engagement-policy.js';
import type { EngagementType } from '../planning/engagement-type.js';
import { usableMemories } from '../planning/usable-memories.js';
import { nobodyToWriteTo } from './approval.errors.js';
import { chosenVariant } from './chosen-variant.js';
import type { Preview } from './preview.js';

export interface PreviewWish {
  readonly contactId: string;
  readonly type?: EngagementType;
  /** The key of a variant of a running experiment; none: that of the person. */
  readonly variant?: string;
}

/** Shows what would be planned for somebody, and why; for who would not be written to, too. Nothing is written down. */
@Injectable()
export class Previews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly terms: PlanTerms,
    private readonly people: PeopleReader,
    private readonly maker: ContentMaker,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `engagement.no-chat` or `engagement.variant-unknown` */
  async preview({ contactId, type, variant }: PreviewWish): Promise<Preview> {
    const now = this.clock.now();
    const { policy, running } = await this.terms.current();
    const variants = butUsual({ ...variantsOf(running, contactId).values, ...chosenVariant(running, variant) });
    const person = (await this.people.load(this.dataSource.manager, [contactId], now)).get(contactId);
    if (!person?.chat) throw nobodyToWriteTo();
    const look = lookAt(person, policy, now, { variants, ...(type && { type }) });
    const shown = type ?? shownType(look);
    const plan = look.plan;
    const content = {
      ...{ contactId, chatId: person.chat.id, characterId: person.characterId, type: shown, variants },
      memoryIds: plan?.memoryIds ?? memoriesFor(person, policy, now),
      moment: plan?.moment ?? null,
      dueAt: plan?.dueAt ?? now,
    };
    const made = await this.made(content);
    return {
      ...{ contactId, type: shown, eligible: plan !== null, reasons: [...look.reasons, ...(made?.checks ?? [])] },
      ...{ text: made?.text ?? null, language: made?.language ?? null, source: made?.source ?? null },
      memoryIds: made?.memoryIds ?? [],
      ...{ proposedAt: proposedAt(look), windowEnds: plan?.expiresAt ?? null },
    };
  }

  /** Null when there are none that may be sent. */
  private async made(content: Parameters<ContentMaker['make']>[0]): Promise<MadeContent | null> {
    try {
      return await this.maker.make(content);
    } catch (error) {
      if (error instanceof AppError && error.code === 'engagement.no-content') return null;
      throw error;
    }
  }
}

function shownType(look: Look): EngagementType {
  return (look.plan ?? look).type ?? 'check_in';
}

function memoriesFor(person: KnownPerson, policy: EngagementPolicy, now: Date): readonly string[] {
  return usableMemories(person, policy, now)
    .slice(0, policy.maxMemories)
    .map(({ id }) => id);
}

function proposedAt(look: Look): Date | null {
  if (look.plan) return look.plan.dueAt;
  return look.outcome.kind === 'later' ? look.outcome.at : null;
}
