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
  const settings = settingsWith(base, overrides);
  const problems = problemsIn(settings);
  if (problems.length > 0) throw wrongSettings(problems);
  return settings;
}

/** Settings that hold, and what of the stored overrides does not fit beside the environment any more. */
export interface FittingSettings {
  readonly settings: ProactiveConfig;
  readonly setAside: readonly SetAside[];
}

/** An override that does not hold, by its name, and what keeps it from holding. */
export interface SetAside {
  readonly setting: string;
  readonly takes: string;
}

/**
 * As `applyOverrides`, without those overrides that do not fit: the environment changes between two starts, and what was allowed before may
 * contradict it then. What the environment says holds in their place.
 */
export function fittingOverrides(base: ProactiveConfig, overrides: Overrides): FittingSettings {
  const known = Object.entries(overrides).filter(([name]) => SETTING_FIELDS.has(name));
  const unknown = Object.keys(overrides).filter((name) => !SETTING_FIELDS.has(name));
  const settings = settingsWith(base, Object.fromEntries(known));
  const setAside = problemsIn(settings).flatMap(({ variable, takes }) =>
    known.filter(([name]) => isNamedIn(name, `${variable} ${takes}`)).map(([setting]) => ({ setting, takes })),
  );
  const names = new Set(setAside.map(({ setting }) => setting));
  return {
    settings: settingsWith(base, Object.fromEntries(known.filter(([name]) => !names.has(name)))),
    setAside: [...setAside, ...unknown.map((setting) => ({ setting, takes: 'is no setting any more' }))],
  };
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

function settingsWith(base: ProactiveConfig, overrides: Overrides): ProactiveConfig {
  const settings = Object.assign(new ProactiveConfig(), base);
  for (const [name, value] of Object.entries(overrides)) {
    const field = SETTING_FIELDS.get(name);
    if (!field) throw unknownSetting(name, [...SETTING_FIELDS.keys()]);
    Object.assign(settings, { [field]: value });
  }
  return settings;
}

function problemsIn(settings: ProactiveConfig): ReturnType<typeof proactiveProblems> {
  return [...problemsOf(settings, variablesOf(ProactiveConfig)), ...proactiveProblems(settings)];
}

/** Both of two that do not fit are named by one problem. */
function isNamedIn(setting: string, problem: string): boolean {
  return new RegExp(`\\bPROACTIVE_${setting.toUpperCase()}\\b`).test(problem);
}
