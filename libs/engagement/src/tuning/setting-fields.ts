import { ProactiveConfig, variablesOf } from '#config';

export type SettingField = keyof ProactiveConfig;
export type SettingValue = string | number | boolean;

const PREFIX = 'PROACTIVE_';

/** The settings under the names that REST has for them: the variable's, without its prefix, in small letters. */
export const SETTINGS = variablesOf(ProactiveConfig).map(({ name, field, about, type }) => ({
  name: name.slice(PREFIX.length).toLowerCase(),
  field: field as SettingField,
  about,
  type,
}));

/** The field of each by that name. */
export const SETTING_FIELDS: ReadonlyMap<string, SettingField> = new Map(
  SETTINGS.map(({ name, field }) => [name, field]),
);

/** The settings as REST shows them. */
export function settingsShown(settings: ProactiveConfig): Record<string, SettingValue> {
  return Object.fromEntries(SETTINGS.map(({ name, field }) => [name, settings[field]]));
}
