import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { Ajv } from 'ajv';
import { parse } from 'yaml';

import { interfaceShapes } from '../../testing/interface-shapes.js';
import { schemaShape, type JsonSchema } from '../../testing/schema-shape.js';

const FILE = join(import.meta.dirname, '../../../../docs/asyncapi.yaml');
const require = createRequire(import.meta.url);

interface Description {
  readonly channels: { readonly chat: { readonly messages: Readonly<Record<string, unknown>> } };
  readonly operations: Readonly<Record<'hear' | 'tell', { readonly messages: readonly { readonly $ref: string }[] }>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly messages: Readonly<
      Record<string, { readonly name: string; readonly 'x-ack'?: JsonSchema; readonly payload: JsonSchema }>
    >;
  };
}

describe('docs/asyncapi.yaml', () => {
  let description: Description;
  const shapes = interfaceShapes(join(import.meta.dirname, 'chat-events.ts'));
  const messagesOf = (operation: 'hear' | 'tell') =>
    description.operations[operation].messages.map(({ $ref }) => $ref.split('/').at(-1)).sort();

  beforeAll(async () => {
    description = parse(await readFile(FILE, 'utf8')) as Description;
  });

  it('is AsyncAPI 3', () => {
    const schema = require('@asyncapi/specs/schemas/3.0.0-without-$id.json') as object;
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    validate(description);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('has the types of the client, field by field', () => {
    const { schemas } = description.components;
    const interfaces = [...shapes].filter(([name]) => !name.endsWith('Events'));
    expect(interfaces.length).toBeGreaterThan(10);
    expect(Object.fromEntries(interfaces)).toEqual(
      Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, schemaShape(schema, schemas)])),
    );
  });

  it('has the events of the client, each way', () => {
    const { channels, components } = description;
    expect(JSON.stringify(messagesOf('hear'))).toBe(shapes.get('ClientEvents'));
    expect(JSON.stringify(messagesOf('tell'))).toBe(shapes.get('ServerEvents'));
    const all = [...messagesOf('hear'), ...messagesOf('tell')].sort();
    expect(Object.keys(components.messages).sort()).toEqual(all);
    expect(Object.keys(channels.chat.messages).sort()).toEqual(all);
    for (const [name, message] of Object.entries(components.messages)) expect(message.name).toBe(name);
  });
});
