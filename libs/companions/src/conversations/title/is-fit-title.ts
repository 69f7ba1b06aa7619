import { classify } from '../../safety/classify/classify.js';
import { harmOf } from '../../safety/guard/harmful-answer.js';
import { NSFW_LEVEL } from '../nsfw-level.js';

/** Whether a title may stand in a list, where somebody may look over the person's shoulder. */
export function isFitTitle(title: string): boolean {
  const { nsfwLevel, forbidden, dangers } = classify(title);
  return nsfwLevel < NSFW_LEVEL && !forbidden && dangers.length === 0 && harmOf(title) === null;
}
