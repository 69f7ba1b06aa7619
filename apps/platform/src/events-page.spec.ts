import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'yaml';

import { eventsPage, type EventDescription } from './events-page.js';

const FILE = join(import.meta.dirname, '../../../docs/asyncapi.yaml');

describe('eventsPage', () => {
  it('shows every event and every shape of docs/asyncapi.yaml, and leads from one to the other', async () => {
    const description = parse(await readFile(FILE, 'utf8')) as EventDescription;
    const page = eventsPage(description);
    const { messages, schemas } = description.components;
    for (const name of [...Object.keys(messages), ...Object.keys(schemas)]) {
      expect(page).toContain(`<article id="${name.replace(':', '-')}">`);
    }
    const places = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !places.has(id))).toEqual([]);
    expect(page).not.toContain('undefined');
    expect(page).not.toContain('<script');
  });

  it('shows code as code', () => {
    const page = eventsPage({
      info: { title: 'Events', description: 'Connect with `auth: { token }`, then <join>.' },
      operations: {},
      components: { messages: {}, schemas: {} },
    });
    expect(page).toContain('<p>Connect with <code>auth: { token }</code>, then &lt;join&gt;.</p>');
  });

  it('writes texts as texts', () => {
    const evil = '<img src=x onerror="alert(1)">';
    const page = eventsPage({
      info: { title: evil, description: evil },
      operations: { tell: { title: evil, messages: [{ $ref: '#/x/event' }] } },
      components: {
        messages: { event: { name: evil, summary: evil, payload: { type: evil } } },
        schemas: { [evil]: { properties: { [evil]: { enum: [evil] } } } },
      },
    });
    expect(page).not.toContain('<img');
    expect(page).not.toContain('onerror="');
  });
});
