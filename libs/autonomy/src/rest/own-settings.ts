import type { AutonomyGroupEntity } from '../store/autonomy-group.entity.js';

const OWN = {
  engine: 'engine',
  actions_per_hour: 'actionsPerHour',
  actions_per_day: 'actionsPerDay',
  answers_at_once: 'answersAtOnce',
  answers_per_hour: 'answersPerHour',
  zone: 'zone',
} as const satisfies Readonly<Record<string, keyof AutonomyGroupEntity>>;

export type OwnSetting = keyof typeof OWN;

export const OWN_SETTINGS = Object.keys(OWN) as OwnSetting[];

/** The settings of which a group has values of its own; of the others those of the environment hold. */
export function ownSettings(group: AutonomyGroupEntity | null): OwnSetting[] {
  return group ? OWN_SETTINGS.filter((name) => group[OWN[name]] !== null) : [];
}
