import { changedGroup, type GroupSettingsRow } from './changed-group.js';
import type { GroupChange } from './group-change.js';
import { frozenWithoutEnd } from './settings.errors.js';

const now = new Date('2026-03-02T12:00:00Z');
const tonight = new Date('2026-03-02T20:00:00Z');
const inAnHour = new Date('2026-03-02T13:00:00Z');
const later = new Date('2026-03-02T14:30:00Z');

function newRow(row: Partial<GroupSettingsRow> = {}): GroupSettingsRow {
  return {
    ...{ engine: null, muted: false, zone: null, interests: [], bots: [], sharePattern: false },
    ...{ actionsPerHour: null, actionsPerDay: null, answersAtOnce: null, answersPerHour: null },
    ...{ mood: 'calm', moodUntil: later, moodFrozen: false, moodProfiles: {} },
    ...row,
  };
}

describe('changedGroup', () => {
  it.each<[string, Partial<GroupSettingsRow>, GroupChange, Partial<GroupSettingsRow>]>([
    ['nothing', { engine: 'v1', interests: ['chess'] }, {}, { engine: 'v1', interests: ['chess'] }],
    ['the engine', {}, { engine: 'v2' }, { engine: 'v2' }],
    ['the engine, back to that of all', { engine: 'v2' }, { engine: null }, { engine: null }],
    ['a cap of none', { actionsPerHour: 3 }, { actionsPerHour: 0 }, { actionsPerHour: 0 }],
    ['all caps', {}, { actionsPerDay: 9, answersAtOnce: 2 }, { actionsPerDay: 9, answersAtOnce: 2 }],
    ['a cap, back to that of all', { answersPerHour: 3 }, { answersPerHour: null }, { answersPerHour: null }],
    ['mute', { muted: true }, { muted: false }, { muted: false }],
    ['lists, whole', { bots: ['a'], interests: ['b'] }, { bots: [], interests: ['c'] }, { bots: [], interests: ['c'] }],
    [
      'the zone and sharing',
      {},
      { zone: 'Asia/Tokyo', sharePattern: true },
      { zone: 'Asia/Tokyo', sharePattern: true },
    ],
  ])('changes %s', (_, before, change, after) => {
    expect(changedGroup(newRow(before), change, now)).toEqual(newRow({ ...before, ...after }));
  });

  it.each<[string, Partial<GroupSettingsRow>, GroupChange, Partial<GroupSettingsRow>]>([
    ['is set for an hour', {}, { mood: 'shy' }, { mood: 'shy', moodUntil: inAnHour }],
    ['is set until then', {}, { mood: 'shy', moodUntil: tonight }, { mood: 'shy', moodUntil: tonight }],
    ['lasts longer', {}, { moodUntil: tonight }, { moodUntil: tonight }],
    ['lasts an hour more', {}, { moodUntil: null }, { moodUntil: inAnHour }],
    ['is frozen as it is', {}, { moodFrozen: true }, { moodFrozen: true, moodUntil: null }],
    ['is set and frozen', {}, { mood: 'shy', moodFrozen: true }, { mood: 'shy', moodFrozen: true, moodUntil: null }],
    ['stays frozen when it is set', frozen(), { mood: 'shy' }, { mood: 'shy' }],
    ['goes on for an hour when it thaws', frozen(), { moodFrozen: false }, { moodFrozen: false, moodUntil: inAnHour }],
    ['keeps its end when it was not frozen', {}, { moodFrozen: false }, {}],
  ])('a mood %s', (_, before, change, after) => {
    expect(changedGroup(newRow(before), change, now)).toEqual(newRow({ ...before, ...after }));
  });

  it.each<[string, GroupSettingsRow['moodProfiles'], GroupChange, GroupSettingsRow['moodProfiles']]>([
    ['the mood it is in', {}, { profile: { energy: 0.1 } }, { calm: { energy: 0.1 } }],
    ['the mood that is set', {}, { mood: 'shy', profile: { shares: true } }, { shy: { shares: true } }],
    ['more of it', { calm: { energy: 0 } }, { profile: { shares: true } }, { calm: { energy: 0, shares: true } }],
    ['it back', { calm: { energy: 0 }, shy: { energy: 1 } }, { profile: null }, { shy: { energy: 1 } }],
    ['nothing of it', { calm: { energy: 0 } }, { mood: 'shy' }, { calm: { energy: 0 } }],
  ])('edits %s', (_, moodProfiles, change, after) => {
    expect(changedGroup(newRow({ moodProfiles }), change, now).moodProfiles).toEqual(after);
  });

  it.each<[GroupSettingsRow, GroupChange]>([
    [newRow({ moodFrozen: true, moodUntil: null }), { moodUntil: tonight }],
    [newRow(), { moodFrozen: true, moodUntil: tonight }],
  ])('refuses an end of a frozen mood', (before, change) => {
    expect(() => changedGroup(before, change, now)).toThrow(frozenWithoutEnd());
  });
});

function frozen(): Partial<GroupSettingsRow> {
  return { moodFrozen: true, moodUntil: null };
}
