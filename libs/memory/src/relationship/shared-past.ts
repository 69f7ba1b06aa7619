import { addExperiences, type Experience } from './experiences.js';
import type { Interaction } from './interaction.js';
import type { Standing } from './standing.js';
import { addTopics, NO_TOPICS, type TopicWeights } from './topics.js';

/** What two talked about and went through. Sealed where it is kept. */
export interface SharedPast {
  readonly topics: TopicWeights;
  readonly experiences: readonly Experience[];
}

export const NOTHING_SHARED: SharedPast = { topics: NO_TOPICS, experiences: [] };

export function addShared(past: SharedPast, before: Standing, after: Standing, interaction: Interaction): SharedPast {
  return {
    topics: addTopics(past.topics, interaction.topics, after.lastInteractionAt ?? interaction.at),
    experiences: addExperiences(past.experiences, before, after, interaction),
  };
}

export function sharedText(past: SharedPast): string {
  return JSON.stringify(past);
}

/** As `sharedText` wrote it. */
export function readShared(text: string): SharedPast {
  return JSON.parse(text, (key, value: unknown) =>
    key === 'at' && typeof value === 'string' ? new Date(value) : value,
  ) as SharedPast;
}
