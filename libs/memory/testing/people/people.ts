import { CONTRADICTING } from './contradiction.js';
import { CORRECTING } from './correction.js';
import { DRIFTING } from './drift.js';
import { FREE_TALK } from './free-talk.js';
import { FREE_TALK_MORE } from './free-talk-more.js';
import { HOSTILE } from './hostile.js';
import { NOT_MEANT } from './not-meant.js';
import { NOT_THEIRS } from './not-theirs.js';
import { SPEAKING_OF_OTHERS } from './third-persons.js';
import { IN_TIME } from './time.js';
import { TOGETHER } from './together.js';
import type { ScriptedPerson } from './scripted-person.js';

/** Everybody. */
export const PEOPLE: readonly ScriptedPerson[] = [
  ...CONTRADICTING,
  ...CORRECTING,
  ...DRIFTING,
  ...FREE_TALK,
  ...FREE_TALK_MORE,
  ...HOSTILE,
  ...NOT_MEANT,
  ...NOT_THEIRS,
  ...SPEAKING_OF_OTHERS,
  ...IN_TIME,
  ...TOGETHER,
];
