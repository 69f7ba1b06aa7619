import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Clock } from '#kernel';

import { MemoryRevision } from '../facts/memory-revision.service.js';
import type { MemoryOwner } from '../facts/memory-scope.js';
import { RelationshipView, type RelationshipState } from '../facts/relationship-view.js';
import { presentOf } from './decay.js';
import { EmotionalStateEntity } from './emotional-state.entity.js';
import { moodOf, type EmotionAt } from './emotion.js';
import { experienceTexts } from './experiences.js';
import { RelationshipRows } from './relationship-rows.service.js';
import { RelationshipEntity } from './relationship.entity.js';
import { favouriteTopics } from './topics.js';

/** How characters and people stand with each other, as of now: what absence has taken is taken off. */
@Injectable()
export class Relationships implements OnModuleInit {
  constructor(
    private readonly rows: RelationshipRows,
    private readonly dataSource: DataSource,
    private readonly revision: MemoryRevision,
    private readonly view: RelationshipView,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.view.attach(({ characterId, contactId }) => this.of(characterId, contactId));
  }

  /** Null for somebody who never wrote in private. */
  async of(characterId: string, contactId: string): Promise<RelationshipState | null> {
    const owner = { characterId, contactId };
    const kept = await this.rows.find(owner);
    if (!kept) return null;
    const now = this.clock.now();
    const { standing, shared } = kept;
    const { level, trust, intimacy, stage } = presentOf(standing, now);
    const [last] = await this.emotions(owner, 1);
    const mood = moodOf(last ?? null, now);
    return {
      level: Math.round(level),
      trust: Math.round(trust),
      intimacy: Math.round(intimacy),
      totalInteractions: standing.totalInteractions,
      favoriteTopics: favouriteTopics(shared.topics),
      sharedExperiences: experienceTexts(shared.experiences),
      stage,
      mood: last && mood ? { emotion: mood, valence: last.valence, intensity: last.intensity } : null,
      lastInteractionAt: standing.lastInteractionAt,
    };
  }

  /** What the contact seemed to feel over time, the latest first. */
  async emotions({ characterId, contactId }: MemoryOwner, limit: number): Promise<readonly EmotionAt[]> {
    const rows = await this.dataSource
      .getRepository(EmotionalStateEntity)
      .find({ where: { characterId, contactId }, order: { at: 'DESC', id: 'DESC' }, take: limit });
    return rows.map(({ emotion, valence, intensity, at }) => ({ label: emotion, valence, intensity, at }));
  }

  /** They are strangers again. */
  async forget(manager: EntityManager, owner: MemoryOwner): Promise<void> {
    const { characterId, contactId } = owner;
    await this.revision.advance(manager, owner);
    await manager.delete(EmotionalStateEntity, { characterId, contactId });
    await manager.delete(RelationshipEntity, { characterId, contactId });
  }
}
