import { ProactiveConfig, readSection } from '#config';

import { applyOverrides, changedOverrides, fittingOverrides } from './apply-overrides.js';
import { policyOf } from './policy-of.js';
import { SETTING_FIELDS, settingsShown } from './setting-fields.js';

const defaults = readSection(ProactiveConfig, {});
const code = (run: () => unknown): string => {
  try {
    run();
    return 'fine';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('the settings of writing first', () => {
  it('are those of the document, with its defaults to the letter', () => {
    expect(settingsShown(defaults)).toMatchObject({
      ...{ enabled: true, min_interval_hours: 2, max_engagements_per_day: 3, max_engagements_per_user: 1 },
      ...{ min_relationship_stage: 'friend', min_intimacy_level: 3, min_trust_level: 3 },
      ...{ check_in_after_hours: 24, memory_reminder_after_hours: 12, emotional_support_after_hours: 6 },
      ...{ max_message_length: 100, min_message_length: 20, message_temperature: 0.8 },
      ...{ max_memories_to_use: 3, memory_importance_threshold: 5 },
      ...{ schedule_advance_hours: 3, max_scheduled_engagements: 50, enable_debug_logging: true, log_level: 'info' },
    });
  });

  it('stand below what an operator has changed', () => {
    const settings = applyOverrides(defaults, { max_engagements_per_day: 5, quiet_hours: '22:30-07:05' });
    expect(settings.maxEngagementsPerDay).toBe(5);
    expect(settings.minIntervalHours).toBe(2);
    expect(defaults.maxEngagementsPerDay).toBe(3);
    const policy = policyOf(settings, 'Europe/Madrid');
    expect(policy).toMatchObject({ maxPerDay: 5, quietHours: { from: 1350, until: 425 }, timeZone: 'Europe/Madrid' });
  });

  it.each([
    ['a name that is none', { max_per_day: 5 }, 'engagement.config-unknown'],
    ['a name of the prototype', JSON.parse('{"__proto__": 5}') as Record<string, number>, 'engagement.config-unknown'],
    ['text for a number', { max_engagements_per_day: '5' }, 'engagement.config-invalid'],
    ['a part of a person', { max_engagements_per_day: 2.5 }, 'engagement.config-invalid'],
    ['less than nothing', { max_engagements_per_day: -1 }, 'engagement.config-invalid'],
    ['not a number', { min_interval_hours: NaN }, 'engagement.config-invalid'],
    ['no interval at all', { min_interval_hours: 0 }, 'engagement.config-invalid'],
    ['a stage that is none', { min_relationship_stage: 'spouse' }, 'engagement.config-invalid'],
    ['quiet hours after midnight has struck', { quiet_hours: '24:00-09:00' }, 'engagement.config-invalid'],
    ['a text for yes', { enabled: 'true' }, 'engagement.config-invalid'],
    [
      'a longest shorter than the shortest',
      { max_message_length: 30, min_message_length: 40 },
      'engagement.config-invalid',
    ],
    ['what is fine', { log_level: 'silent', mode: 'approve', min_interval_hours: 0.5 }, 'fine'],
  ])('refuse %s', (_, overrides, expected) => {
    expect(code(() => applyOverrides(defaults, overrides))).toBe(expected);
  });

  it.each<[string, Record<string, string | number>, readonly string[]]>([
    ['one that is out of bounds', { max_engagements_per_day: -1, min_trust_level: 4 }, ['max_engagements_per_day']],
    ['the shortest that is longer than the longest', { min_message_length: 500 }, ['min_message_length']],
    [
      'both of two that do not fit',
      { min_message_length: 90, max_message_length: 80 },
      ['min_message_length', 'max_message_length'],
    ],
    ['what is no setting', { nonsense: 5 }, ['nonsense']],
    ['nothing of what fits', { max_engagements_per_day: 5 }, []],
  ])('set aside %s', (_, overrides, names) => {
    const { settings, setAside } = fittingOverrides(defaults, overrides);
    expect(setAside.map(({ setting }) => setting)).toEqual(names);
    expect(setAside.every(({ takes }) => takes !== '')).toBe(true);
    const kept = Object.fromEntries(Object.entries(overrides).filter(([name]) => !names.includes(name)));
    expect(settings).toEqual(applyOverrides(defaults, kept));
  });

  it('forget an override that is taken away', () => {
    const before = { max_engagements_per_day: 5, enabled: false };
    expect(changedOverrides(before, { enabled: null, min_trust_level: 4 })).toEqual({
      max_engagements_per_day: 5,
      min_trust_level: 4,
    });
    expect(code(() => changedOverrides(before, { nonsense: null }))).toBe('engagement.config-unknown');
  });

  it('are named as their variables are', () => {
    expect(SETTING_FIELDS.get('max_engagements_per_day')).toBe('maxEngagementsPerDay');
    expect(SETTING_FIELDS.size).toBe(Object.keys(defaults).length);
  });
});
