import { checkOutreach } from '../content/check-outreach.js';
import type { EngagementPolicy } from '../planning/engagement-policy.js';
import { reason, type Reason } from '../planning/reason.js';
import { fillTemplate, slotsOf, TEMPLATE_SLOTS, type SlotValues } from './template-slots.js';

/** What a template reads like for somebody. */
export interface TemplateSample {
  /** Null when a place is of no known name. */
  readonly text: string | null;
  readonly reasons: readonly Reason[];
}

const SAMPLE: Required<SlotValues> = { name: 'Ana', memory: 'Jazz', topic: 'Jazz', event: 'Jazz' };
const KNOWN: readonly string[] = TEMPLATE_SLOTS;

/** Fills a template with an example, or with the values given, and looks at it as at every outreach. */
export function checkTemplate(
  text: string,
  language: string,
  policy: Pick<EngagementPolicy, 'minMessageLength' | 'maxMessageLength'>,
  values: SlotValues = {},
): TemplateSample {
  const unknown = slotsOf(text).filter((slot) => !KNOWN.includes(slot));
  if (unknown.length > 0) return { text: null, reasons: [reason('unknown-place', { known: KNOWN.join(', ') })] };
  const filled = fillTemplate(text, { ...SAMPLE, ...values }) ?? text;
  return {
    text: filled,
    reasons: checkOutreach(filled, { language, words: [filled], remembers: true, earlier: [] }, policy),
  };
}
