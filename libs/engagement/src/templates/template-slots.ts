/** What may stand in for the places of a template. */
export const TEMPLATE_SLOTS = ['name', 'memory', 'topic', 'event'] as const;
export type TemplateSlot = (typeof TEMPLATE_SLOTS)[number];

export type SlotValues = Readonly<Partial<Record<TemplateSlot, string>>>;

const SLOT = /\{([^{}]*)\}/gu;

/** The places of a text, known or not. */
export function slotsOf(text: string): readonly string[] {
  return [...text.matchAll(SLOT)].map(([, slot = '']) => slot);
}

/** The text with its places filled; null when one of them cannot be. */
export function fillTemplate(text: string, values: SlotValues): string | null {
  const known = new Map(Object.entries(values));
  if (slotsOf(text).some((slot) => !known.has(slot))) return null;
  return text.replace(SLOT, (_, slot: string) => known.get(slot) ?? '');
}
