import type { EngagementType } from '../planning/engagement-type.js';

/** The occasions that templates are made for. */
export const SCENARIOS = ['generic', 'morning', 'evening', 'event', 'birthday', 'low-mood', 'long-silence'] as const;
export type Scenario = (typeof SCENARIOS)[number];

/** Words made beforehand, with places for a name and for what is remembered: `{name}`, `{memory}`, `{topic}`, `{event}`. */
export interface Template {
  /** Of a shipped one its key, such as `en.check_in.generic.1`; a uuid otherwise. */
  readonly id: string;
  readonly type: EngagementType;
  /** One of those that we speak. */
  readonly language: string;
  readonly scenario: Scenario;
  /** Null: for any. */
  readonly tone: string | null;
  readonly text: string;
  /** Comes with the program: it can be switched off, not changed. */
  readonly shipped: boolean;
  readonly enabled: boolean;
  /** Of the template that a provider has approved for outside the 24-hour window. */
  readonly cloudName: string | null;
  readonly cloudLanguage: string | null;
}
