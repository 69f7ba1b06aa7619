/** Words, English and Spanish, that speak for a tag. A tag that is not here speaks for itself. */
const LEXICON: Readonly<Record<string, string>> = {
  work: 'work|job|office|meeting|boss|client|trabajo|oficina|reunión|jefe|cliente',
  family: 'family|mother|father|mom|dad|son|daughter|familia|madre|padre|hijo|hija|mamá|papá',
  health: 'health|doctor|hospital|sick|pain|medicine|salud|médico|enfermo|enferma|dolor',
  money: 'money|pay|paid|invoice|price|bank|dinero|pagar|pago|factura|precio|banco',
  travel: 'travel|trip|flight|hotel|airport|train|viaje|vuelo|aeropuerto|tren',
  food: 'food|dinner|lunch|restaurant|cook|comida|cena|almuerzo|restaurante|cocinar',
  urgent: 'urgent|asap|emergency|immediately|urgente|emergencia|ya mismo',
  appointment: 'appointment|meeting|schedule|calendar|cita|reunión|agenda',
  positive: 'great|good|happy|love|thanks|perfect|genial|bien|feliz|gracias|perfecto',
  negative: 'bad|sad|angry|hate|terrible|problem|mal|triste|enfadado|enfadada|odio|problema',
};
const NOTHING_SAID = ['neutral', 'other', 'none', 'unknown', 'general', 'low'];

interface Schema {
  readonly type?: unknown;
  readonly enum?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/**
 * A value for a schema whose fields choose from a vocabulary (an enum, or a list of one), by the words of a text.
 * None for a schema with any other field: that takes a real model.
 */
export function fillByLexicon(jsonSchema: Readonly<Record<string, unknown>>, text: string): object | undefined {
  const { properties } = jsonSchema as Schema;
  if (!properties || Object.keys(properties).length === 0) return undefined;
  const value: Record<string, unknown> = {};
  for (const [field, schema] of Object.entries(properties)) {
    const chosen = choose(schema, text);
    if (chosen === undefined) return undefined;
    value[field] = chosen;
  }
  return value;
}

function choose(schema: Schema, text: string): unknown {
  const vocabulary = wordsOf(schema.type === 'array' ? schema.items : schema);
  if (!vocabulary) return undefined;
  const said = vocabulary.filter((word) => isSaid(word, text));
  if (schema.type === 'array') return said;
  return said[0] ?? vocabulary.find((word) => NOTHING_SAID.includes(word)) ?? vocabulary[0];
}

function wordsOf(schema: Schema | undefined): string[] | undefined {
  const values: unknown = schema?.enum;
  return Array.isArray(values) && values.every((value) => typeof value === 'string') ? values : undefined;
}

function isSaid(word: string, text: string): boolean {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<!\p{L})(?:${escaped}|${LEXICON[word] ?? escaped})(?!\p{L})`, 'iu').test(text);
}
