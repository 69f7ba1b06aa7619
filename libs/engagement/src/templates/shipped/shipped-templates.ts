import { ENGAGEMENT_TYPES } from '../../planning/engagement-type.js';
import { SCENARIOS, type Template } from '../template.js';
import { ENGLISH } from './english.js';
import { FRENCH } from './french.js';
import { GERMAN } from './german.js';
import { ITALIAN } from './italian.js';
import { PORTUGUESE } from './portuguese.js';
import type { ShippedTexts } from './shipped-texts.js';
import { SPANISH } from './spanish.js';

const LANGUAGES: Readonly<Record<string, ShippedTexts>> = {
  ...{ en: ENGLISH, es: SPANISH, pt: PORTUGUESE },
  ...{ fr: FRENCH, de: GERMAN, it: ITALIAN },
};

/** All that come with the program, all switched on. */
export const SHIPPED_TEMPLATES: readonly Template[] = Object.entries(LANGUAGES).flatMap(([language, texts]) =>
  ENGAGEMENT_TYPES.flatMap((type) =>
    SCENARIOS.flatMap((scenario) =>
      (texts[type][scenario] ?? []).map((text, place) => ({
        id: `${language}.${type}.${scenario}.${place + 1}`,
        ...{ type, language, scenario, text, tone: null, shipped: true, enabled: true },
        ...{ cloudName: null, cloudLanguage: null },
      })),
    ),
  ),
);
