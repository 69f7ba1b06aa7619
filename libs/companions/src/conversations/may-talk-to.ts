import type { Character } from '../characters/character.js';
import type { Adulthood } from '../safety/policy/safety-policy.js';

/** Whether a person may begin to talk to a character: with one made for adults only who is known to be one. */
export function mayTalkTo({ status, maturity }: Pick<Character, 'status' | 'maturity'>, adult: Adulthood): boolean {
  return status === 'active' && (maturity === 'general' || adult === 'confirmed');
}
