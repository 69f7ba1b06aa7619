import { Absorber } from './absorber.service.js';
import { AbsorbableChats } from './absorbable-chats.service.js';
import { AbsorptionMerges } from './absorption-merges.service.js';
import { AbsorptionPlaces } from './absorption-places.service.js';
import { Absorption } from './absorption.service.js';
import { AnsweringCharacters } from './answering-characters.service.js';
import { WaitingMessages } from './waiting-messages.service.js';

/** What takes in what was said. Needs `AbsorptionSteps`. */
export const ABSORB_PROVIDERS = [
  AbsorbableChats,
  Absorber,
  Absorption,
  AbsorptionMerges,
  AbsorptionPlaces,
  AnsweringCharacters,
  WaitingMessages,
];
