import { strictSchema } from './strict-schema.js';

describe('strictSchema', () => {
  it('moves what strict outputs do not know into the descriptions, at every depth', () => {
    const schema = {
      type: 'object',
      properties: {
        tags: { type: 'array', items: { type: 'string', maxLength: 20 }, maxItems: 3, description: 'what it is about' },
        mood: { anyOf: [{ enum: ['happy', 'sad'] }, { type: 'null' }] },
        minItems: { type: 'integer', minimum: 0 },
      },
      required: ['tags', 'mood', 'minItems'],
      additionalProperties: false,
    };
    expect(strictSchema(schema)).toEqual({
      ...schema,
      properties: {
        tags: {
          type: 'array',
          items: { type: 'string', description: 'maxLength: 20' },
          description: 'what it is about (maxItems: 3)',
        },
        mood: schema.properties.mood,
        minItems: { type: 'integer', description: 'minimum: 0' },
      },
    });
  });
});
