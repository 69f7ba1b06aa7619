import type { Shape } from './interface-shapes.js';

/** As much of JSON Schema as docs/asyncapi.yaml uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

/** A schema written as `interfaceShapes` writes types. */
export function schemaShape(schema: JsonSchema, schemas: Readonly<Record<string, JsonSchema>>): Shape {
  if (schema.$ref) return schemaShape(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) {
    return schema.enum
      .map((value) => JSON.stringify(value))
      .sort()
      .join(' | ');
  }
  if (schema.type === 'array') return `${schemaShape(schema.items ?? {}, schemas)}[]`;
  if (schema.type !== 'object') return [schema.type ?? 'unknown'].flat().sort().join(' | ');
  const required = new Set(schema.required);
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, value]) => `${name}${required.has(name) ? '' : '?'}: ${schemaShape(value, schemas)}`,
  );
  return `{ ${fields.sort().join(', ')} }`;
}
