import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Clock, newId } from '#kernel';
import { MessageLabels } from '#messaging';

import {
  AbsorptionStep,
  type AbsorbedStretch,
  type AbsorptionWrites,
  type WaitingStretch,
} from '../absorb/absorption-step.js';
import { MemoryRevision } from '../facts/memory-revision.service.js';
import type { MemoryOwner } from '../facts/memory-scope.js';
import { EmotionalStateEntity } from './emotional-state.entity.js';
import type { Emotion } from './emotion.js';
import type { Interaction } from './interaction.js';
import { progress } from './progress.js';
import { readInteractions, type HeardMessage } from './read-interactions.js';
import { RelationshipRows } from './relationship-rows.service.js';
import { addShared } from './shared-past.js';

const ENOUGH = 8;
const QUIET_MS = 5 * 60_000;
/** So many of our own messages without an answer are passed over. */
const MONOLOGUE = 50;

/**
 * Moves the relationship of a direct chat by what was said in it. What is said in a group moves none: there it is rarely said to us, and what
 * is told of a group stays in it.
 */
@Injectable()
export class RelateStep extends AbsorptionStep {
  readonly name = 'relate';
  readonly batchSize = 100;

  constructor(
    private readonly rows: RelationshipRows,
    private readonly labels: MessageLabels,
    private readonly dataSource: DataSource,
    private readonly revision: MemoryRevision,
    private readonly clock: Clock,
  ) {
    super();
  }

  isDue({ messages, fromContacts, idleMs }: WaitingStretch): boolean {
    return fromContacts >= ENOUGH || messages >= MONOLOGUE || (fromContacts > 0 && idleMs >= QUIET_MS);
  }

  async absorb({ characterId, chat, messages }: AbsorbedStretch): Promise<AbsorptionWrites> {
    const { contactId } = chat;
    if (chat.kind !== 'direct' || contactId === null) return () => Promise.resolve();
    const owner = { characterId, contactId };
    const heard = await this.heard(owner, messages);
    return (manager) => this.write(manager, owner, heard);
  }

  private async heard(owner: MemoryOwner, messages: AbsorbedStretch['messages']): Promise<HeardMessage[]> {
    const theirs = messages.filter(({ author }) => author === 'contact').map(({ id }) => id);
    const labelled = await this.labels.of(theirs);
    const sentiments = new Map(labelled.map(({ id, labels }) => [id, labels.sentiment]));
    const facts = await this.factsIn(owner, theirs);
    return messages.map(({ id, author, text, sentAt }) => ({
      ...{ byContact: author === 'contact', text, sentAt },
      sentiment: signed(sentiments.get(id) ?? null),
      facts: facts.get(id) ?? 0,
    }));
  }

  /** How many facts were learnt from each. Those that are learnt later do not count: what was said counts by its words, too. */
  private async factsIn(
    { characterId, contactId }: MemoryOwner,
    messageIds: readonly string[],
  ): Promise<Map<string, number>> {
    const rows = await this.dataSource.query<{ id: string; facts: number }[]>(
      `SELECT message_id AS id, count(*)::integer AS facts FROM memories JOIN memory_sources ON memory_id = memories.id
       WHERE contact_id = $1 AND character_id = $2 AND message_id = ANY ($3::uuid[]) GROUP BY message_id`,
      [contactId, characterId, messageIds],
    );
    return new Map(rows.map(({ id, facts }) => [id, facts]));
  }

  private async write(manager: EntityManager, asked: MemoryOwner, all: readonly HeardMessage[]): Promise<void> {
    const change = await this.revision.advance(manager, asked);
    if (!change) return;
    const owner = { ...asked, contactId: change.contactId };
    const heard = all.filter(({ sentAt }) => change.forgottenUntil === null || sentAt > change.forgottenUntil);
    if (!heard.some(({ byContact }) => byContact)) return;
    const now = this.clock.now();
    const felt: Interaction[] = [];
    await this.rows.change(manager, owner, (kept) =>
      readInteractions(heard, kept.standing.lastInteractionAt).reduce(({ standing, shared }, interaction) => {
        const after = progress(standing, interaction, now);
        if (interaction.emotion) felt.push(interaction);
        return { standing: after, shared: addShared(shared, standing, after, interaction) };
      }, kept),
    );
    const states = felt.flatMap(({ emotion, at }) =>
      emotion ? [emotionRow(owner, emotion, at < now ? at : now)] : [],
    );
    if (states.length > 0) await manager.insert(EmotionalStateEntity, states);
  }
}

function emotionRow({ characterId, contactId }: MemoryOwner, { label, valence, intensity }: Emotion, at: Date) {
  return { id: newId(), characterId, contactId, emotion: label, valence, intensity, at };
}

/** -1 to 1. */
function signed(sentiment: { readonly value: string; readonly confidence: number } | null): number | null {
  if (!sentiment) return null;
  if (sentiment.value === 'positive') return sentiment.confidence;
  return sentiment.value === 'negative' ? -sentiment.confidence : 0;
}
