import type { GroupState } from './group-state.js';
import { FIELD, ROOM } from './state-layout.js';

const DAY = 86_400;
/** So much must have been seen before a group's own pattern is believed. */
const ENOUGH_MESSAGES = 100;
const ENOUGH_DAYS = 3;
/** When a counter reaches this all of its kind are halved, so that habits may change. */
const MOST = 4_096;
/** Of fewer groups nothing is shared: it would tell of one of them. */
const ENOUGH_GROUPS = 5;
/** Before anything is known, people are awake by day, and at night it is not known: some groups live then. */
const WAKING_FROM = 9;
const WAKING_UNTIL = 22;
const UNKNOWN_NIGHT = 0.4;

/** When a group is awake. Shares of its messages by local hour (24) and weekday (7, Sunday first); each sums to 1. */
export interface ActivityPattern {
  readonly hours: readonly number[];
  readonly weekdays: readonly number[];
}

/** One more message at that local time, in seconds since 1970. */
export function learnPattern(state: GroupState, local: number): void {
  if (bump(state, FIELD.hours, ROOM.hours, hourOf(local)))
    state.write(FIELD.hoursSum, sumOf(state, FIELD.hours, ROOM.hours));
  else state.write(FIELD.hoursSum, state.read(FIELD.hoursSum) + 1);
  bump(state, FIELD.weekdays, ROOM.weekdays, weekdayOf(local));
  const day = Math.floor(local / DAY);
  if (day === state.read(FIELD.lastDay)) return;
  state.write(FIELD.lastDay, day);
  state.write(FIELD.daysSeen, state.read(FIELD.daysSeen) + 1);
}

/** What the group has taught, or null while it is too little. */
export function learnedPattern(state: GroupState): ActivityPattern | null {
  if (!isLearned(state)) return null;
  return { hours: sharesOf(state, FIELD.hours, ROOM.hours), weekdays: sharesOf(state, FIELD.weekdays, ROOM.weekdays) };
}

/** The average of many groups that agreed to share, or null when they are too few. */
export function averagePattern(patterns: readonly ActivityPattern[]): ActivityPattern | null {
  if (patterns.length < ENOUGH_GROUPS) return null;
  const average = (pick: (pattern: ActivityPattern) => readonly number[], length: number): number[] =>
    Array.from(
      { length },
      (_, place) => patterns.reduce((sum, one) => sum + (pick(one)[place] ?? 0), 0) / patterns.length,
    );
  return { hours: average((one) => one.hours, ROOM.hours), weekdays: average((one) => one.weekdays, ROOM.weekdays) };
}

/**
 * How active the group usually is at that local time; 1 is its average over the week. By its own pattern when that is known, else by the
 * shared one, else 1 by day and less by night.
 */
export function usualActivity(state: GroupState, local: number, shared: ActivityPattern | null): number {
  const hour = hourOf(local);
  const weekday = weekdayOf(local);
  if (isLearned(state)) return relative(state, FIELD.hours, ROOM.hours, hour) * usualWeekday(state, weekday);
  if (shared) return (shared.hours[hour] ?? 0) * ROOM.hours * (shared.weekdays[weekday] ?? 0) * ROOM.weekdays;
  return hour >= WAKING_FROM && hour < WAKING_UNTIL ? 1 : UNKNOWN_NIGHT;
}

/** A weekday that has not been seen yet is taken for an average one. */
function usualWeekday(state: GroupState, weekday: number): number {
  return state.read(FIELD.daysSeen) < ROOM.weekdays ? 1 : relative(state, FIELD.weekdays, ROOM.weekdays, weekday);
}

function isLearned(state: GroupState): boolean {
  return state.read(FIELD.humanMessages) >= ENOUGH_MESSAGES && state.read(FIELD.daysSeen) >= ENOUGH_DAYS;
}

/** Whether all were halved. */
function bump(state: GroupState, table: number, length: number, place: number): boolean {
  const count = state.view.getUint16(table + 2 * place) + 1;
  state.view.setUint16(table + 2 * place, count);
  if (count < MOST) return false;
  for (let each = 0; each < length; each += 1)
    state.view.setUint16(table + 2 * each, state.view.getUint16(table + 2 * each) >>> 1);
  return true;
}

function relative(state: GroupState, table: number, length: number, place: number): number {
  const sum = table === FIELD.hours ? state.read(FIELD.hoursSum) : sumOf(state, table, length);
  return sum === 0 ? 0 : (state.view.getUint16(table + 2 * place) * length) / sum;
}

function sharesOf(state: GroupState, table: number, length: number): number[] {
  return Array.from({ length }, (_, place) => relative(state, table, length, place) / length);
}

function sumOf(state: GroupState, table: number, length: number): number {
  let sum = 0;
  for (let each = 0; each < length; each += 1) sum += state.view.getUint16(table + 2 * each);
  return sum;
}

function hourOf(local: number): number {
  return Math.floor((local % DAY) / 3_600);
}

/** 1 January 1970 was a Thursday. */
function weekdayOf(local: number): number {
  return (Math.floor(local / DAY) + 4) % 7;
}
