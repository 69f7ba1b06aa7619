import { MEMORY_CATEGORIES } from '../facts/memory-category.js';
import { MEMORY_OPERATIONS } from '../facts/memory-operation.js';

/** What somebody (a model, or patterns) proposes to remember. Nothing in it is trusted. */
export interface ProposedOperation {
  readonly op: string;
  /** The number of a memory in the list that was shown; null for none. */
  readonly memory: number | null;
  /** The number of the message in which it was said. */
  readonly message: number;
  readonly text: string;
  /** Whom it is about: the one who wrote the message, or somebody else. */
  readonly about: string;
  readonly category: string;
  readonly key: string;
  readonly single: boolean;
  readonly confidence: number;
  readonly importance: number;
  /** The words of the message that say since when and until when, or at what time; '' for none. */
  readonly from: string;
  readonly until: string;
}

/** Most operations that are read of one stretch. */
const MOST_OPERATIONS = 60;

/** The form a model fills in. */
export const EXTRACTION_SCHEMA = {
  name: 'memories',
  description: 'What the messages tell that is worth remembering.',
  jsonSchema: {
    type: 'object',
    properties: {
      operations: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            op: { type: 'string', enum: [...MEMORY_OPERATIONS] },
            memory: { type: ['integer', 'null'], description: 'number of the known memory that it is about, or null' },
            message: { type: 'integer', description: 'number of the message that says it' },
            text: { type: 'string', description: 'one short statement, in the language of the message' },
            about: { type: 'string', enum: ['writer', 'other'] },
            category: { type: 'string', enum: [...MEMORY_CATEGORIES] },
            key: { type: 'string', description: 'what it is about in two or three English words: "favourite colour"' },
            single: { type: 'boolean', description: 'whether only one such thing can be true at a time' },
            confidence: { type: 'number', description: '0 to 1' },
            importance: { type: 'integer', description: '1 to 10' },
            from: {
              type: 'string',
              description: 'the words of the message that tell when it begins or happens, or ""',
            },
            until: { type: 'string', description: 'the words of the message that tell when it ends or ended, or ""' },
          },
          required: [
            ...['op', 'memory', 'message', 'text', 'about', 'category', 'key', 'single', 'confidence', 'importance'],
            ...['from', 'until'],
          ],
          additionalProperties: false,
        },
      },
    },
    required: ['operations'],
    additionalProperties: false,
  },
  parse: readFrame,
} as const;

/** Only the frame is checked here; each operation is looked at by itself later, and a wrong field falls back to what does no harm. */
function readFrame(value: unknown): readonly ProposedOperation[] {
  const { operations } = (value ?? {}) as { readonly operations?: unknown };
  if (!Array.isArray(operations)) throw new Error('operations takes a list.');
  return operations.slice(0, MOST_OPERATIONS).flatMap((one) => readOperation(one));
}

function readOperation(value: unknown): ProposedOperation[] {
  if (typeof value !== 'object' || value === null) return [];
  const field = value as Readonly<Record<string, unknown>>;
  if (typeof field.message !== 'number' || typeof field.text !== 'string') return [];
  return [
    {
      op: textOf(field.op),
      memory: typeof field.memory === 'number' ? field.memory : null,
      message: field.message,
      text: field.text,
      about: textOf(field.about),
      category: textOf(field.category),
      key: textOf(field.key),
      single: field.single === true,
      confidence: typeof field.confidence === 'number' ? field.confidence : 0.5,
      importance: typeof field.importance === 'number' ? field.importance : 3,
      from: textOf(field.from),
      until: textOf(field.until),
    },
  ];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
