import { SAFETY_LANGUAGES, type SafetyLanguage } from '../classify/danger-signals.js';

/** `es-MX` is answered in Spanish; a language that we have no texts in as `fallback`. */
export function safetyLanguageOf(locale: string | undefined, fallback: SafetyLanguage): SafetyLanguage {
  const primary = locale?.toLowerCase().split(/[-_]/)[0];
  return SAFETY_LANGUAGES.find((language) => language === primary) ?? fallback;
}
