/** Another layout than the one whose bytes were kept: those bytes are not read. */
export const LAYOUT_VERSION = 1;

/** How many of each there is room for. The oldest gives way, so a group of a thousand takes no more than one of three. */
export const ROOM = {
  minutes: 60,
  actions: 32,
  members: 12,
  exchanges: 4,
  topics: 64,
  hours: 24,
  weekdays: 7,
} as const;

export const MEMBER_BYTES = 16;
export const EXCHANGE_BYTES = 12;

const SCALARS = 108;
const ACTIONS = SCALARS;
const MEMBERS = ACTIONS + 4 * ROOM.actions;
const EXCHANGES = MEMBERS + MEMBER_BYTES * ROOM.members;
const HOURS = EXCHANGES + EXCHANGE_BYTES * ROOM.exchanges;
const WEEKDAYS = HOURS + 2 * ROOM.hours;
const MINUTES = WEEKDAYS + 2 * ROOM.weekdays;
const TOPICS = MINUTES + ROOM.minutes;

/** Where each thing lies in a group's bytes. */
export const FIELD = {
  version: 0,
  /** The latest time seen in any event. */
  seenAt: 4,
  /** The last message of a person. */
  humanAt: 8,
  /** Messages of people, ever. */
  humanMessages: 12,
  /** Its own last appearance, asked for or not. */
  ownAt: 16,
  /** Its own last unasked action. */
  actionAt: 20,
  /** Unasked actions, ever. */
  actionCount: 24,
  /** Messages of people since its own last appearance. */
  sinceOwn: 28,
  /** Unasked actions since anybody last turned to it. */
  ignored: 32,
  /** When somebody last turned to it: by name, by reply or by reaction. */
  addressedAt: 36,
  /** The last message within a directed exchange of others. */
  directedAt: 40,
  activityAt: 44,
  activityMember: 48,
  /** 1 when they came into the group, 0 when they began something. */
  activityIsJoin: 52,
  silentUntil: 56,
  /** Answers given, draining with time: see `mayAnswer`. */
  answers: 60,
  answersAt: 64,
  /** Messages of people, fading with the time constant of five minutes. */
  momentum: 68,
  /** The group's tone, -1 to 1. */
  sentiment: 72,
  /** How its own appearances are taken, -1 to 1. */
  reception: 76,
  /** The minute, since 1970, of the newest entry in `minutes`. */
  minute: 80,
  /** The day, since 1970 and local, that was last counted in `daysSeen`. */
  lastDay: 84,
  daysSeen: 88,
  /** Messages of other bots, which count for nothing else. */
  botMessages: 92,
  /** What `minutes`, `hours` and `topics` add up to, so that nobody adds them up for every decision. */
  minutesSum: 96,
  hoursSum: 100,
  topicsSum: 104,
  actions: ACTIONS,
  members: MEMBERS,
  exchanges: EXCHANGES,
  hours: HOURS,
  weekdays: WEEKDAYS,
  minutes: MINUTES,
  topics: TOPICS,
  end: TOPICS + ROOM.topics,
} as const;

export type Field = (typeof FIELD)[keyof typeof FIELD];
