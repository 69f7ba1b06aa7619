import { promptText } from '#llm';
import { memoryCommand } from '#memory';

import { classify } from '../../safety/classify/classify.js';
import { isReportCommand } from '../../safety/guard/report-command.js';
import { contactWish } from '../../wishes/contact-wish.js';

/** What is looked at of very much at once for what is asked of the memory or wished, in UTF-16 units. */
const LOOKED_AT = 20_000;

/**
 * Whether somebody must look at messages that nobody answers: somebody is or may be in danger, what is forbidden or said by a child, a report, a wish
 * to be forgotten or remembered, or not to be written to. By words alone, so that it costs nothing where nothing is.
 */
export function callsForDuty(texts: readonly string[]): boolean {
  if (texts.some((text) => isReportCommand(text) || asksForSomething(text))) return true;
  const { dangers, forbidden, age } = classify(texts.join('\n'));
  return dangers.length > 0 || forbidden || age?.kind === 'minor';
}

/** To be told what is remembered, or what cannot be kept, is no use where nothing is said. */
function asksForSomething(text: string): boolean {
  const said = promptText(text.slice(0, LOOKED_AT));
  const command = memoryCommand(said);
  if (command !== null) return command.kind !== 'tell';
  const wish = contactWish(said);
  return wish !== null && wish.kind !== 'unclear' && !('bare' in wish && wish.bare);
}
