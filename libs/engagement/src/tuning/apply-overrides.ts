import { problemsOf, ProactiveConfig, proactiveProblems, variablesOf } from '#config';

import { SETTING_FIELDS, type SettingValue } from './setting-fields.js';
import { unknownSetting, wrongSettings } from './tuning.errors.js';

/** What operators have changed, by the names of REST. */
export type Overrides = Readonly<Record<string, SettingValue>>;

/**
 * The settings of the environment with those of the operator above them, held to the same rules.
 * @throws AppError `engagement.config-unknown` or `engagement.config-invalid`
 */
export function applyOverrides(base: ProactiveConfig, overrides: Overrides): ProactiveConfig {
  const settings = Object.assign(new ProactiveConfig(), base);
  for (const [name, value] of Object.entries(overrides)) {
    const field = SETTING_FIELDS.get(name);
    if (!field) throw unknownSetting(name, [...SETTING_FIELDS.keys()]);
    Object.assign(settings, { [field]: value });
  }
  const problems = [...problemsOf(settings, variablesOf(ProactiveConfig)), ...proactiveProblems(settings)];
  if (problems.length > 0) throw wrongSettings(problems);
  return settings;
}

/** The overrides after a change: null takes one away. */
export function changedOverrides(before: Overrides, patch: Readonly<Record<string, SettingValue | null>>): Overrides {
  const after: Record<string, SettingValue> = { ...before };
  for (const [name, value] of Object.entries(patch)) {
    if (!SETTING_FIELDS.has(name)) throw unknownSetting(name, [...SETTING_FIELDS.keys()]);
    if (value === null) delete after[name];
    else after[name] = value;
  }
  return after;
}
