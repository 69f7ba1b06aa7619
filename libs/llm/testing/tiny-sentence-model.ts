import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FLOAT = 1;
const INT64 = 7;

/** Words and their meaning as vectors: tea and coffee are near each other, far from rain and storm. */
const WORDS: Readonly<Record<string, readonly [number, number, number]>> = {
  '[PAD]': [9, 9, 9],
  '[UNK]': [0.1, 0.1, 0.1],
  '[CLS]': [0, 0, 0.1],
  '[SEP]': [0, 0, 0.1],
  tea: [1, 0.1, 0],
  coffee: [0.9, 0.2, 0],
  rain: [0.1, 1, 0],
  storm: [0.2, 0.9, 0],
};

/** Makes a sentence-embedding model in a folder, a true one of four words: `model.onnx` (one Gather node) and `tokenizer.json`. */
export async function writeTinySentenceModel(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'model.onnx'), onnxModel());
  await writeFile(join(folder, 'tokenizer.json'), JSON.stringify(tokenizer()));
}

function tokenizer(): object {
  const vocab = Object.fromEntries(Object.keys(WORDS).map((word, id) => [word, id]));
  const special = Object.entries(vocab).filter(([word]) => word.startsWith('['));
  const single = [token('[CLS]'), { Sequence: { id: 'A', type_id: 0 } }, token('[SEP]')];
  const flags = { single_word: false, lstrip: false, rstrip: false, normalized: false, special: true };
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: special.map(([content, id]) => ({ id, content, ...flags })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single,
      pair: single,
      special_tokens: Object.fromEntries(['[CLS]', '[SEP]'].map((id) => [id, { id, ids: [vocab[id]], tokens: [id] }])),
    },
    decoder: null,
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab,
    },
  };
}

function token(id: string): object {
  return { SpecialToken: { id, type_id: 0 } };
}

/** The Protocol Buffers of ONNX, field by field. Source: onnx.proto of github.com/onnx/onnx. */
function onnxModel(): Buffer {
  const rows = Object.values(WORDS);
  const table = Buffer.from(Float32Array.from(rows.flat()).buffer);
  const initializer = [number(1, rows.length), number(1, 3), number(2, FLOAT), text(8, 'table'), bytes(9, table)];
  const gather = [text(1, 'table'), text(1, 'input_ids'), text(2, 'last_hidden_state'), text(4, 'Gather')];
  const graph = [
    bytes(1, concat(gather)),
    text(2, 'tiny'),
    bytes(5, concat(initializer)),
    bytes(11, value('input_ids', INT64, ['batch', 'length'])),
    bytes(11, value('attention_mask', INT64, ['batch', 'length'])),
    bytes(12, value('last_hidden_state', FLOAT, ['batch', 'length', 3])),
  ];
  return concat([number(1, 8), bytes(7, concat(graph)), bytes(8, concat([text(1, ''), number(2, 13)]))]);
}

function value(name: string, type: number, shape: readonly (string | number)[]): Buffer {
  const dims = shape.map((dim) => bytes(1, typeof dim === 'number' ? number(1, dim) : text(2, dim)));
  const tensor = concat([number(1, type), bytes(2, concat(dims))]);
  return concat([text(1, name), bytes(2, bytes(1, tensor))]);
}

function text(field: number, content: string): Buffer {
  return bytes(field, Buffer.from(content));
}

function bytes(field: number, content: Buffer): Buffer {
  return concat([varint((field << 3) | 2), varint(content.length), content]);
}

function number(field: number, content: number): Buffer {
  return concat([varint(field << 3), varint(content)]);
}

function varint(value: number): Buffer {
  const low = value & 0x7f;
  return value > 0x7f ? concat([Buffer.from([low | 0x80]), varint(value >>> 7)]) : Buffer.from([low]);
}

function concat(parts: readonly Buffer[]): Buffer {
  return Buffer.concat(parts);
}
