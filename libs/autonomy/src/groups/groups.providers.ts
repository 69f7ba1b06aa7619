import { ChatFactsReader } from './chat-facts.service.js';
import { GroupNames } from './group-names.service.js';
import { GroupObserver } from './group-observer.service.js';
import { GroupPeeks } from './group-peeks.service.js';
import { GroupPolicies } from './group-policies.service.js';
import { KnownGroups } from './known-groups.service.js';

/** A group with all that a decision about it rests on. */
export const GROUPS_PROVIDERS = [ChatFactsReader, GroupNames, GroupObserver, GroupPeeks, GroupPolicies, KnownGroups];
