import { CHANGING } from './change.js';
import { FREE_TALK } from './free-talk.js';
import { HOSTILE } from './hostile.js';
import { NOT_MEANT } from './not-facts.js';
import { AROUND } from './others.js';
import type { ScriptedPerson } from './scripted-person.js';
import { IN_TIME } from './time.js';

/** Everybody. */
export const PEOPLE: readonly ScriptedPerson[] = [
  ...CHANGING,
  ...NOT_MEANT,
  ...AROUND,
  ...HOSTILE,
  ...IN_TIME,
  ...FREE_TALK,
];
