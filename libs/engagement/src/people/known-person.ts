import type { PersonState } from '../planning/person-state.js';

/** Who said where somebody is: an operator, they themselves, their number, or the setting for everybody. */
export type ZoneSource = 'operator' | 'chat' | 'number' | 'setting';

/** What decides about somebody, with what a plan for them needs besides. */
export interface KnownPerson extends PersonState {
  /** Who would write to them. */
  readonly characterId: string;
  readonly zonesFrom: ZoneSource;
  /** Moments that have their outreach already. */
  readonly usedMoments: readonly string[];
}
