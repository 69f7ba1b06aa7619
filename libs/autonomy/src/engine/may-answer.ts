import { drainedAnswers } from './answer-account.js';
import type { AutonomySettings } from './autonomy-settings.js';
import type { MessageEvent } from './group-event.js';
import type { GroupState } from './group-state.js';

export type AnswerVerdict = 'answer' | 'not-addressed' | 'muted' | 'from-bot' | 'too-many-answers';

/**
 * May this message be answered? Who addresses the companion is answered: over the caps on actions, in a directed exchange, and when the
 * group asked for silence, for that is about speaking unasked. Only a muted group, another bot, and a pace that no conversation of people
 * keeps up for long (a loop with a bot that doesn't say so) get nothing.
 */
export function mayAnswer(
  state: GroupState,
  message: MessageEvent,
  settings: AutonomySettings,
  now: number,
): AnswerVerdict {
  if (!message.toUs) return 'not-addressed';
  if (settings.muted) return 'muted';
  if (message.fromBot) return 'from-bot';
  return drainedAnswers(state, settings, now) + 1 > settings.answersAtOnce ? 'too-many-answers' : 'answer';
}
