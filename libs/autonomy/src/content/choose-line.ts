import { createHash } from 'node:crypto';

import { isTextLanguage, safetyFlaws, shapeFlaws } from '#companions';

import type { Action } from '../engine/action.js';
import type { GroupScene } from './group-scene.js';
import type { Occasion } from './lines/occasion.js';
import { SHIPPED_LINES } from './lines/shipped-lines.js';

const SLOT = /\{(name|title)\}/u;
/** A word that somebody may be called by. */
const NAME = /^[\p{L}\p{M}'’-]{2,20}$/u;

/**
 * A shipped line for this, filled: always the same for a decision, and not one that we lately said there when there are others. Null where
 * none of theirs is in the language of the group: better nothing than a language that nobody speaks there.
 */
export function chooseLine(scene: GroupScene, action: Action, decisionId: string): string | null {
  const { language, addressee, item, talk } = scene;
  if (!isTextLanguage(language)) return null;
  const occasion: Occasion = action === 'engage_user' && addressee?.isNew ? 'welcome' : action;
  const filling = occasion === 'share_content' ? sayable(item?.title) : calledBy(addressee?.name);
  const lines = SHIPPED_LINES[language][occasion].filter((line) => SLOT.test(line) === hasSlot(occasion, filling));
  const said = talk.filter(({ ours }) => ours).map(({ text }) => text);
  const line = pick(unsaid(lines, said), decisionId);
  return line?.replace(SLOT, () => filling ?? '') ?? null;
}

/** Lines with a place for it are better than those without, when there is something to put there. */
function hasSlot(occasion: Occasion, filling: string | null): boolean {
  return (occasion === 'welcome' || occasion === 'share_content') && filling !== null;
}

function unsaid(lines: readonly string[], said: readonly string[]): readonly string[] {
  const fresh = lines.filter((line) => !said.some((text) => isFrom(text, line)));
  if (fresh.length > 0) return fresh;
  const last = said.at(-1) ?? '';
  return lines.filter((line) => !isFrom(last, line));
}

function isFrom(text: string, line: string): boolean {
  const [before = '', , after = ''] = line.split(SLOT);
  return text.startsWith(before) && text.slice(before.length).includes(after);
}

function pick(lines: readonly string[], seed: string): string | undefined {
  const drawn = createHash('sha256').update(seed).digest().readUInt32BE(0);
  return lines[drawn % lines.length];
}

/** Their first name, when it is one. */
function calledBy(name: string | null | undefined): string | null {
  const [first = ''] = (name ?? '').trim().split(/\s+/u);
  return NAME.test(first) && isHarmless(first) ? first : null;
}

function sayable(title: string | undefined): string | null {
  return title !== undefined && shapeFlaws(title).length === 0 && isHarmless(title) ? title : null;
}

function isHarmless(text: string): boolean {
  const { harm, unsafe } = safetyFlaws(text);
  return harm === null && !unsafe;
}
