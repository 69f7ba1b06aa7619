import { Injectable } from '@nestjs/common';

import { cutText } from '#llm';

import { KnowledgeCache } from '../facts/knowledge-cache.service.js';
import { RelationshipView, type RelationshipState } from '../facts/relationship-view.js';
import { SummaryList } from '../facts/summary-list.js';
import { CONTEXT_POLICY } from './context-policy.js';
import type { ContextOwner, RememberedContext } from './remembered-context.js';

const KEPT_MS = 5 * 60_000;

export type StandingContext = Pick<RememberedContext, 'summary' | 'profile' | 'relationship'>;

/** What is known whatever is said now. Kept at hand for five minutes, but for the summary of a group: others than the asker may have it forgotten. */
@Injectable()
export class StandingContexts {
  constructor(
    private readonly cache: KnowledgeCache,
    private readonly summaries: SummaryList,
    private readonly relationships: RelationshipView,
  ) {}

  /** `revision` is what `MemoryRevision.current` tells now. */
  async of(owner: ContextOwner, revision: number): Promise<StandingContext> {
    const { characterId, chat } = owner;
    if (chat.kind === 'direct') return this.kept(owner, revision);
    const [kept, summary] = await Promise.all([this.kept(owner, revision), this.summaryOf(characterId, chat.id)]);
    return { ...kept, summary };
  }

  private kept(owner: ContextOwner, revision: number): Promise<StandingContext> {
    const part = {
      name: `context:${owner.chat.id}`,
      keptFor: KEPT_MS,
      make: () => this.made(owner),
      read: contextOf,
    };
    return this.cache.remember(owner, part, revision);
  }

  private async made(owner: ContextOwner): Promise<StandingContext> {
    const { characterId, chat } = owner;
    const inPrivate = chat.kind === 'direct';
    const [summary, profile, relationship] = await Promise.all([
      inPrivate ? this.summaryOf(characterId, chat.id) : null,
      inPrivate ? this.summaries.profile(owner) : null,
      this.relationships.of(owner),
    ]);
    return {
      summary,
      profile: profile === null ? null : cutText(profile, CONTEXT_POLICY.profileTokens),
      relationship: relationship && (inPrivate ? relationship : outwardly(relationship)),
    };
  }

  private async summaryOf(characterId: string, chatId: string): Promise<string | null> {
    const summary = await this.summaries.latest(characterId, chatId);
    return summary === null ? null : cutText(summary, CONTEXT_POLICY.summaryTokens);
  }
}

/** What others may notice of a relationship. */
function outwardly(relationship: RelationshipState): RelationshipState {
  return { ...relationship, favoriteTopics: [], sharedExperiences: [], mood: null };
}

function contextOf(json: unknown): StandingContext {
  const kept = json as StandingContext;
  const at = kept.relationship?.lastInteractionAt;
  if (!kept.relationship || !at) return kept;
  return { ...kept, relationship: { ...kept.relationship, lastInteractionAt: new Date(at) } };
}
