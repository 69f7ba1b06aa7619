import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { AutomationStage } from '../../testing/automation-stage.js';
import { webhookSignature } from './webhook-signature.js';

const DOCS = readFileSync(join(import.meta.dirname, '../../../../docs/automations.md'), 'utf8');
const NOW = new Date('2026-03-01T12:00:00Z');

const blocks = (language: string): string[] =>
  [...DOCS.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, code = '']) => code);

describe('docs/automations.md', () => {
  it('shows automations that are taken as they stand, and can be tried out', async () => {
    const stage = await AutomationStage.open();
    try {
      const examples = blocks('json')
        .map((text) => JSON.parse(text) as { name: string; when?: object; then: object[] })
        .filter(({ when }) => when);
      expect(examples).toHaveLength(4);
      for (const example of examples) {
        expect(await stage.call('POST', '/automations/test', { automation: example })).toMatchObject({ status: 200 });
        expect(await stage.call('POST', '/automations', example)).toMatchObject({
          status: 201,
          body: { name: example.name, enabled: true, when: example.when },
        });
      }
    } finally {
      await stage.close();
    }
  });

  it('shows how to check a signature', async () => {
    const [code = ''] = blocks('js');
    const { isGenuine } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
      isGenuine: (secret: string, header: string | undefined, body: string, now: number) => boolean;
    };
    const header = webhookSignature('secret', '{"é":1}', NOW);
    expect(isGenuine('secret', header, '{"é":1}', NOW.getTime())).toBe(true);
    expect(isGenuine('another', header, '{"é":1}', NOW.getTime())).toBe(false);
    expect(isGenuine('secret', header, '{"é":2}', NOW.getTime())).toBe(false);
    expect(isGenuine('secret', header, '{"é":1}', NOW.getTime() + 301_000)).toBe(false);
    expect(isGenuine('secret', undefined, '{"é":1}', NOW.getTime())).toBe(false);
  });
});
