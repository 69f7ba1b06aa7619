import { CharacterDirectory } from './character-directory.service.js';
import { ForgettingFollowers } from './forgetting-followers.service.js';
import { ForgottenTalkFollower } from './forgotten-talk-follower.service.js';
import { ForgottenRows } from './forgetting/forgotten-rows.service.js';
import { KnowledgeCache } from './knowledge-cache.service.js';
import { MemoryBoard } from './memory-board.service.js';
import { MemoryFacts } from './memory-facts.service.js';
import { MemoryForgetting } from './memory-forgetting.service.js';
import { MemoryMerges } from './memory-merges.service.js';
import { MemoryRevision } from './memory-revision.service.js';
import { MemoryUpkeep } from './memory-upkeep.service.js';
import { TakenBack } from './taken-back.service.js';
import { RelationshipView } from './relationship-view.js';
import { KnownPerson } from './rest/known-person.service.js';
import { MemoryDesk } from './rest/memory-desk.service.js';
import { MemoryLists } from './rest/memory-lists.service.js';
import { MemoryUsers } from './rest/memory-users.service.js';
import { MemoryForgottenEntity } from './store/memory-forgotten.entity.js';
import { MemoryRevisionEntity } from './store/memory-revision.entity.js';
import { MemoryRows } from './store/memory-rows.service.js';
import { MemorySourceEntity } from './store/memory-source.entity.js';
import { MemoryWriter } from './store/memory-writer.service.js';
import { MemoryEntity } from './store/memory.entity.js';
import { SummaryList } from './summary-list.js';

/** What keeps memories. */
export const FACTS_PROVIDERS = [
  CharacterDirectory,
  ForgettingFollowers,
  ForgottenRows,
  ForgottenTalkFollower,
  KnowledgeCache,
  MemoryBoard,
  MemoryFacts,
  MemoryForgetting,
  MemoryMerges,
  MemoryRevision,
  MemoryRows,
  MemoryUpkeep,
  MemoryWriter,
  RelationshipView,
  SummaryList,
  TakenBack,
];

/** What the REST of the memory needs besides. */
export const FACTS_HTTP_PROVIDERS = [KnownPerson, MemoryDesk, MemoryLists, MemoryUsers];

export const FACTS_ENTITIES = [MemoryEntity, MemoryForgottenEntity, MemoryRevisionEntity, MemorySourceEntity];
