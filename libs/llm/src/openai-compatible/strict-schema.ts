type Schema = Readonly<Record<string, unknown>>;

/**
 * What strict structured outputs know, over all the servers that have them. Anything else in a schema is a 400 at some of them.
 * Source: OpenAI's and Groq's guides to structured outputs.
 */
const KNOWN = new Set([
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'enum',
  'const',
  'anyOf',
  'description',
  '$ref',
  '$defs',
]);

/** The schema as strict structured outputs take it: what they do not know moves into the descriptions, where a model reads it. */
export function strictSchema(schema: Schema): Record<string, unknown> {
  const kept = Object.entries(schema).filter(([keyword]) => KNOWN.has(keyword));
  const moved = Object.entries(schema).filter(([keyword]) => !KNOWN.has(keyword));
  const strict = Object.fromEntries(kept.map(([keyword, value]) => [keyword, inside(keyword, value)]));
  if (moved.length === 0) return strict;
  const words = moved.map(([keyword, value]) => `${keyword}: ${JSON.stringify(value)}`).join(', ');
  const { description } = schema;
  return { ...strict, description: typeof description === 'string' ? `${description} (${words})` : words };
}

function inside(keyword: string, value: unknown): unknown {
  switch (keyword) {
    case 'properties':
    case '$defs':
      return Object.fromEntries(
        Object.entries(value as Schema).map(([name, one]) => [name, strictSchema(one as Schema)]),
      );
    case 'items':
      return strictSchema(value as Schema);
    case 'anyOf':
      return (value as readonly Schema[]).map(strictSchema);
    default:
      return value;
  }
}
