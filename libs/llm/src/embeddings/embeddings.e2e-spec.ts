import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { EmbeddingsConfig, readSection } from '#config';
import { sleep, SystemClock } from '#kernel';

import { OpenAiServer, writeTinySentenceModel } from '../../testing/index.js';
import { callPolicy } from '../resilient/call-policy.js';
import { createEmbeddings } from './create-embeddings.js';
import { ResilientEmbedder } from './resilient-embedder.js';

describe('embeddings of an OpenAI-compatible server', () => {
  let server: OpenAiServer;
  beforeAll(async () => {
    server = await OpenAiServer.start();
  });
  beforeEach(() => server.reset());
  afterAll(() => server.stop());

  const settings = (): Record<string, string> => ({
    ...{
      EMBEDDINGS_BASE_URL: server.url,
      EMBEDDINGS_API_KEY: OpenAiServer.KEY,
      EMBEDDINGS_MODEL: 'text-embedding-3-small',
    },
  });

  it('are in the order of the texts, of length 1, and near for like texts', async () => {
    const embedder = await embedderOf(settings());
    expect(embedder.model).toBe('text-embedding-3-small');
    const [tea, tea2, rain] = await embedder.embed(['tea and more tea', 'more tea and tea', 'zzzz']);
    expect(cosine(tea, tea2)).toBeCloseTo(1, 5);
    expect(cosine(tea, rain)).toBeLessThan(0.9);
    expect(server.embedded).toEqual([
      {
        model: 'text-embedding-3-small',
        input: ['tea and more tea', 'more tea and tea', 'zzzz'],
        encoding_format: 'float',
      },
    ]);
  });

  it('are tried again when the server is busy, and told in our words when it fails', async () => {
    server.answers({ kind: 'error', status: 429, retryAfter: '0' });
    await expect((await embedderOf(settings())).embed(['a'])).resolves.toHaveLength(1);
    const wrongKey = await embedderOf({ ...settings(), EMBEDDINGS_API_KEY: 'wrong' });
    await expect(wrongKey.embed(['a'])).rejects.toMatchObject({ code: 'llm.unauthorized' });
  });

  it('end with the call that is taken back', async () => {
    server.answers({ kind: 'hang' });
    const controller = new AbortController();
    const asked = (await embedderOf(settings())).embed(['a'], controller.signal);
    controller.abort();
    await expect(asked).rejects.toMatchObject({ code: 'llm.aborted' });
  });
});

describe('embeddings of a model of our own', () => {
  let folder: string;
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'embeddings-')), 'tiny');
    await writeTinySentenceModel(folder);
  });
  afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

  it('are computed here, near for words of like meaning', async () => {
    const embedder = await embedderOf({ EMBEDDINGS_MODEL_PATH: folder });
    expect(embedder.model).toBe('tiny');
    const [tea, coffee, storm, nothing] = await embedder.embed(['Tea', 'coffee', 'a storm', '']);
    expect(cosine(tea, coffee)).toBeGreaterThan(0.9);
    expect(cosine(tea, storm)).toBeLessThan(0.5);
    expect(nothing?.every(Number.isFinite)).toBe(true);
  });

  it('take a text that is longer than the model reads', async () => {
    await writeFile(join(folder, 'config.json'), '{"max_position_embeddings":8}');
    const embedder = await embedderOf({ EMBEDDINGS_MODEL_PATH: folder });
    const [long, short] = await embedder.embed(['tea '.repeat(500), 'tea tea tea tea tea tea']);
    expect(cosine(long, short)).toBeCloseTo(1, 5);
  });

  it('pool as the model says', async () => {
    const mean = await (await embedderOf({ EMBEDDINGS_MODEL_PATH: folder })).embed(['tea', 'rain']);
    await mkdir(join(folder, '1_Pooling'));
    await writeFile(join(folder, '1_Pooling/config.json'), '{"pooling_mode_cls_token":true}');
    const first = await (await embedderOf({ EMBEDDINGS_MODEL_PATH: folder })).embed(['tea', 'rain']);
    // The first token is the same mark in every text.
    expect(cosine(first[0], first[1])).toBeCloseTo(1, 5);
    expect(cosine(mean[0], mean[1])).toBeLessThan(0.5);
  });

  it('say at the start that a file is missing, and at the first text that it is none', async () => {
    await writeFile(join(folder, 'model.onnx'), 'no model');
    const embedder = await embedderOf({ EMBEDDINGS_MODEL_PATH: folder });
    await expect(embedder.embed(['tea'])).rejects.toMatchObject({ code: 'llm.no-embedding-model' });
    await rm(join(folder, 'model.onnx'));
    await expect(embedderOf({ EMBEDDINGS_MODEL_PATH: folder })).rejects.toMatchObject({
      code: 'llm.no-embedding-model',
      details: { missing: 'model.onnx' },
    });
  });
});

async function embedderOf(environment: Readonly<Record<string, string>>): Promise<ResilientEmbedder> {
  const source = await createEmbeddings(readSection(EmbeddingsConfig, environment), 10_000);
  if (!source) throw new Error('There is no embedder in these settings.');
  const surroundings = { clock: new SystemClock(), sleep, random: Math.random };
  return new ResilientEmbedder(source, callPolicy(10_000), surroundings, { record: () => undefined });
}

function cosine(one: Float32Array | undefined, other: Float32Array | undefined): number {
  if (!one || !other) throw new Error('A vector is missing.');
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}
