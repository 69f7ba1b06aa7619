import 'reflect-metadata';

import { loadConfig } from './load-config.js';
import { CloudApiConfig } from './sections/cloud-api.config.js';
import { ConversationConfig } from './sections/conversation.config.js';
import { ServerConfig } from './sections/server.config.js';

describe('loadConfig', () => {
  it('reads every section, and an empty environment is a good one', () => {
    const sections = loadConfig({ PORT: '9000' });
    expect(sections.get(ServerConfig)).toMatchObject({ host: '127.0.0.1', port: 9000 });
    expect(sections.get(ConversationConfig)).toMatchObject({ replyMode: 'auto' });
  });

  it('names the wrong variables of all sections in one error, and never what they hold', () => {
    const load = () => loadConfig({ PORT: 'hunter2', DATABASE_URL: 'hunter2', LOG_LEVEL: 'hunter2' });
    expect(load).toThrow(/PORT: .*DATABASE_URL: .*LOG_LEVEL: /);
    expect(load).not.toThrow(/hunter/);
  });

  it('names a burst that is shorter than its pause', () => {
    expect(() => loadConfig({ BURST_QUIET_MS: '2000', BURST_MAX_MS: '1000' })).toThrow(
      /BURST_MAX_MS: .*BURST_QUIET_MS/,
    );
  });

  it('names what the Cloud API needs, only when it is the connector', () => {
    expect(() => loadConfig({ WHATSAPP_CONNECTOR: 'cloud-api', WHATSAPP_CLOUD_TOKEN: 'hunter2' })).toThrow(
      /WHATSAPP_CLOUD_PHONE_NUMBER_ID: .*WHATSAPP_CLOUD_APP_SECRET: .*WHATSAPP_CLOUD_VERIFY_TOKEN: /,
    );
    const settings = {
      ...{ WHATSAPP_CONNECTOR: 'cloud-api', WHATSAPP_CLOUD_TOKEN: 'x', WHATSAPP_CLOUD_PHONE_NUMBER_ID: '12345' },
      ...{ WHATSAPP_CLOUD_APP_SECRET: 'x'.repeat(32), WHATSAPP_CLOUD_VERIFY_TOKEN: 'x'.repeat(8) },
    };
    expect(loadConfig(settings).get(CloudApiConfig)).toMatchObject({ graphUrl: 'https://graph.facebook.com' });
    expect(() => loadConfig({ ...settings, WHATSAPP_CLOUD_GRAPH_URL: 'http://graph.example.com' })).toThrow(/https/);
  });

  it.each([
    [{ LLM_FALLBACK_PROVIDER: 'offline' }, /LLM_FALLBACK_PROVIDER: .*another/],
    [{ EMBEDDINGS_BASE_URL: 'https://api.openai.com/v1' }, /EMBEDDINGS_MODEL: is needed/],
    [{ EMBEDDINGS_MODEL: 'text-embedding-3-small' }, /EMBEDDINGS_BASE_URL: is needed/],
    [
      { EMBEDDINGS_BASE_URL: 'http://localhost:1/v1', EMBEDDINGS_MODEL: 'm', EMBEDDINGS_MODEL_PATH: 'models/m' },
      /EMBEDDINGS_MODEL_PATH: must not be set together/,
    ],
  ])('names model settings that do not fit together: %p', (settings, problem) => {
    expect(() => loadConfig(settings)).toThrow(problem);
  });
});
