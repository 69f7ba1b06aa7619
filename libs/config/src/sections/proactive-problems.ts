import type { ConfigProblem } from '../config.errors.js';
import type { ProactiveConfig } from './proactive.config.js';

/** What is wrong with two settings of writing first that are fine each by itself. */
export function proactiveProblems({ maxMessageLength, minMessageLength }: ProactiveConfig): ConfigProblem[] {
  if (maxMessageLength >= minMessageLength || Number.isNaN(maxMessageLength + minMessageLength)) return [];
  return [{ variable: 'PROACTIVE_MAX_MESSAGE_LENGTH', takes: 'must not be less than PROACTIVE_MIN_MESSAGE_LENGTH' }];
}
