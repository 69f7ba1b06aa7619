import { MadeOfMemories } from './made-of-memories.service.js';
import { MemoryProfiles } from './memory-profiles.service.js';
import { MemoryTies } from './memory-ties.service.js';
import { MemoryTidying } from './memory-tidying.service.js';
import { Night } from './night.service.js';
import { PastPlans } from './past-plans.service.js';
import { PlannedEvents } from './planned-events.service.js';
import { Portraits } from './portraits.service.js';
import { ProfileWriter } from './profile-writer.service.js';
import { ReflectionSchedule } from './reflection-schedule.service.js';
import { Reflection } from './reflection.service.js';

export const REFLECTION_PROVIDERS = [
  ...[MadeOfMemories, MemoryProfiles, MemoryTies, MemoryTidying, Night],
  ...[PastPlans, PlannedEvents, Portraits, ProfileWriter, ReflectionSchedule, Reflection],
];
