import { ActNews } from './act-news.service.js';
import { AutonomyAgent } from './autonomy.agent.js';
import { AutonomySchedule } from './autonomy.schedule.js';
import { Autonomy } from './autonomy.service.js';
import { DueGroups } from './due-groups.service.js';
import { GroupActs } from './group-acts.service.js';
import { GroupLook } from './group-look.service.js';
import { GroupLooks } from './group-looks.service.js';
import { GroupVoiceAgent } from './group-voice.agent.js';
import { HandOver } from './hand-over.service.js';
import { LookNews } from './look-news.service.js';
import { LostActs } from './lost-acts.service.js';

/** From what is new in a group to what is said there. */
export const ACTING_PROVIDERS = [
  ...[ActNews, Autonomy, DueGroups, GroupActs, GroupLook, GroupLooks, HandOver, LookNews, LostActs],
];

/** In the processes that work. */
export const ACTING_AT_WORK = [AutonomyAgent, AutonomySchedule, GroupVoiceAgent];
