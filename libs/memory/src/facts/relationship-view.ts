import { Injectable } from '@nestjs/common';

import type { MemoryOwner } from './memory-scope.js';

/** How a character stands with a contact, as of now. */
export interface RelationshipState {
  /** 0-100, as are trust and intimacy. */
  readonly level: number;
  readonly trust: number;
  readonly intimacy: number;
  readonly totalInteractions: number;
  readonly favoriteTopics: readonly string[];
  readonly sharedExperiences: readonly string[];
  /** stranger, acquaintance, friend, close_friend, intimate, partner. */
  readonly stage: string;
  /** -1 to 1 with its label; null before anything is known. */
  readonly mood: { readonly emotion: string; readonly valence: number; readonly intensity: number } | null;
  readonly lastInteractionAt: Date | null;
}

export type RelationshipSource = (owner: MemoryOwner) => Promise<RelationshipState | null>;

/** The door to relationships. Nobody has one until a source is attached. */
@Injectable()
export class RelationshipView {
  private source?: RelationshipSource;

  /** For a module, while it is being initialised. */
  attach(source: RelationshipSource): void {
    this.source = source;
  }

  /** Null for people we have not met. */
  async of(owner: MemoryOwner): Promise<RelationshipState | null> {
    return (await this.source?.(owner)) ?? null;
  }
}
