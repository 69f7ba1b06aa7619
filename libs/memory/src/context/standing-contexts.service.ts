import { Injectable } from '@nestjs/common';

import { cutText } from '#llm';

import { KnowledgeCache } from '../facts/knowledge-cache.service.js';
import { RelationshipView, type RelationshipState } from '../facts/relationship-view.js';
import { SummaryList } from '../facts/summary-list.js';
import { CONTEXT_POLICY } from './context-policy.js';
import type { ContextRequest, RememberedContext } from './remembered-context.js';

const KEPT_MS = 5 * 60_000;

export type StandingContext = Pick<RememberedContext, 'summary' | 'profile' | 'relationship'>;

/** What is known whatever is said now. Kept at hand for five minutes. */
@Injectable()
export class StandingContexts {
  constructor(
    private readonly cache: KnowledgeCache,
    private readonly summaries: SummaryList,
    private readonly relationships: RelationshipView,
  ) {}

  of(request: ContextRequest): Promise<StandingContext> {
    return this.cache.remember(request, {
      name: `context:${request.chat.id}`,
      keptFor: KEPT_MS,
      make: () => this.made(request),
      read: contextOf,
    });
  }

  private async made(request: ContextRequest): Promise<StandingContext> {
    const { characterId, chat } = request;
    const inPrivate = chat.kind === 'direct';
    const [summary, profile, relationship] = await Promise.all([
      this.summaries.latest(characterId, chat.id),
      inPrivate ? this.summaries.profile(request) : null,
      this.relationships.of(request),
    ]);
    return {
      summary: summary === null ? null : cutText(summary, CONTEXT_POLICY.summaryTokens),
      profile: profile === null ? null : cutText(profile, CONTEXT_POLICY.profileTokens),
      relationship: relationship && (inPrivate ? relationship : outwardly(relationship)),
    };
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
