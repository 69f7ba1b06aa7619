import { TEXT_LANGUAGES } from '#kernel';

import { newPolicy } from '../../../testing/new-policy.js';
import { checkOutreach } from '../../content/check-outreach.js';
import { ENGAGEMENT_TYPES } from '../../planning/engagement-type.js';
import { SCENARIOS } from '../template.js';
import { fillTemplate, slotsOf, TEMPLATE_SLOTS } from '../template-slots.js';
import { SHIPPED_TEMPLATES } from './shipped-templates.js';

const EVENTS = { en: 'your presentation', es: 'tu presentación', pt: 'a sua apresentação' } as Record<string, string>;
const MORE_EVENTS = { fr: 'ta présentation', de: 'deine Präsentation', it: 'la tua presentazione' };

describe('the templates that ship with the program', () => {
  it.each([
    ['short', { name: 'Al', memory: 'Rex', topic: 'Rex' }],
    ['long', { name: 'Maximiliane', memory: 'Maximiliane in Pontevedra', topic: 'Maximiliane' }],
  ])('could each be sent, with %s values in their places', (_, values) => {
    const wrong = SHIPPED_TEMPLATES.flatMap(({ id, text, language }) => {
      const event = { ...EVENTS, ...MORE_EVENTS }[language] ?? '';
      const filled = fillTemplate(text, { ...values, event }) ?? '';
      const given = [...Object.values(values), event, text];
      const reasons = checkOutreach(filled, { language, words: given, remembers: true, earlier: [] }, newPolicy());
      return reasons.map((reason) => ({ id, filled, ...reason }));
    });
    expect(wrong).toEqual([]);
  });

  it.each([...TEXT_LANGUAGES])('in %s suit each type, at least three wordings anybody may get', (language) => {
    for (const type of ENGAGEMENT_TYPES) {
      const plain = SHIPPED_TEMPLATES.filter(
        (one) => one.language === language && one.type === type && one.scenario === 'generic',
      ).filter(({ text }) => slotsOf(text).length === 0);
      expect(plain.length).toBeGreaterThanOrEqual(3);
    }
    const scenarios = new Set(SHIPPED_TEMPLATES.filter((one) => one.language === language).map((one) => one.scenario));
    expect([...SCENARIOS].filter((scenario) => !scenarios.has(scenario))).toEqual([]);
  });

  it('have only places that are known, and each its own key and words', () => {
    const unknown = SHIPPED_TEMPLATES.flatMap(({ text }) => slotsOf(text)).filter(
      (slot) => !(TEMPLATE_SLOTS as readonly string[]).includes(slot),
    );
    expect(unknown).toEqual([]);
    expect(new Set(SHIPPED_TEMPLATES.map(({ id }) => id)).size).toBe(SHIPPED_TEMPLATES.length);
    expect(new Set(SHIPPED_TEMPLATES.map(({ text, type }) => `${type} ${text}`)).size).toBe(SHIPPED_TEMPLATES.length);
  });
});
