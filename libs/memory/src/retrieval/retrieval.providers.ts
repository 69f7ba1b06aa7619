import type { Provider } from '@nestjs/common';

import { ChatIndexes } from './index/chat-indexes.service.js';
import { FeatureKeys } from './index/feature-keys.service.js';
import { IndexStep } from './index/index.step.js';
import { TurnForgetting } from './index/turn-forgetting.service.js';
import { TurnMerges } from './index/turn-merges.service.js';
import { TurnWriter } from './index/turn-writer.service.js';
import { MeaningRank } from './meaning-rank.service.js';
import { MemoryRetrieval } from './memory-retrieval.service.js';
import { NoteSearch } from './notes/note-search.service.js';
import { TurnOpener } from './opening/turn-opener.service.js';
import { TurnUpkeep } from './opening/turn-upkeep.service.js';
import { SearchScopes } from './search-scope.service.js';
import { TurnSearch } from './turn-search.service.js';

/** Everything that finding needs; `IndexStep` is one of the steps of absorption. */
export const RETRIEVAL_PROVIDERS: Provider[] = [
  ChatIndexes,
  FeatureKeys,
  IndexStep,
  MeaningRank,
  MemoryRetrieval,
  NoteSearch,
  SearchScopes,
  TurnForgetting,
  TurnMerges,
  TurnOpener,
  TurnSearch,
  TurnUpkeep,
  TurnWriter,
];
