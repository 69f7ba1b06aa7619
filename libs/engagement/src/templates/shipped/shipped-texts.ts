import type { EngagementType } from '../../planning/engagement-type.js';
import type { Scenario } from '../template.js';

/** The templates of one language that come with the program. Their place is their number: new ones go behind the others. */
export type ShippedTexts = Readonly<Record<EngagementType, Readonly<Partial<Record<Scenario, readonly string[]>>>>>;
