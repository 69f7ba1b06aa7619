import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { StorageConfig } from '#config';
import { DataKeys } from '#security';
import { newIncomingMessage, waitFor } from '#testing';
import { notConnected, type MediaInfo } from '#whatsapp';

import { MessagingStage } from '../../testing/messaging-stage.js';
import { ScriptedConnector } from '../../testing/scripted-connector.js';
import type { ScriptedPort } from '../../testing/scripted-port.js';
import type { MessageDto } from '../messages/message.dto.js';

const FROM = '34600000001@c.us';
const LONG_AGO = new Date('2020-01-01T00:00:00Z');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const MIB = 1_048_576;

describe('attachments', () => {
  const connector = new ScriptedConnector();
  let stage: MessagingStage;
  let port: ScriptedPort;

  beforeAll(async () => {
    stage = await MessagingStage.open({ MEDIA_MAX_MB: '1' }, connector);
    port = connector.portOf(stage.accountId);
  });

  afterAll(() => stage.close());

  /** Somebody sends an attachment. Answers WhatsApp's id of the message. */
  async function attach(
    media: Partial<MediaInfo>,
    content: Buffer | null | (() => Promise<never>) = PNG,
    message: Parameters<typeof newIncomingMessage>[0] = {},
  ): Promise<string> {
    port.onDownload = () =>
      typeof content === 'function' ? content() : Promise.resolve(content && { mimeType: 'x/y', data: content });
    const incoming = newIncomingMessage({
      ...{ from: FROM, kind: 'image', text: '', sentAt: LONG_AGO },
      ...message,
      media: { mimeType: 'image/png', viewOnce: false, ...media },
    });
    await port.observe({ type: 'message', message: incoming });
    return incoming.id;
  }
  const shown = async (externalId: string, chat = FROM): Promise<MessageDto> => {
    const response = await stage.app.request(`/api/conversations/chats/${chat}/messages?limit=100`);
    const { messages } = (await response.json()) as { messages: MessageDto[] };
    const found = messages.find(({ external_id }) => external_id === externalId);
    if (!found) throw new Error('the message is not shown');
    return found;
  };
  const settled = (externalId: string): Promise<MessageDto> =>
    waitFor(async () => (await shown(externalId)).media?.state !== 'pending' && shown(externalId), {
      what: 'the attachment to be dealt with',
    });
  const download = async (externalId: string): Promise<Response> =>
    stage.app.request(`/api/messages/${(await shown(externalId)).id}/media`);
  const refusal = async (externalId: string): Promise<unknown> => {
    const response = await download(externalId);
    return [response.status, ((await response.json()) as { code: string }).code];
  };
  const folder = (): string => join(stage.part(StorageConfig).dataDir, 'media');

  it('are downloaded once, kept sealed, and given back as they were', async () => {
    const before = port.downloads;
    const fileName = '../canary/Ana\u202egnp.exe "1".png';
    const id = await attach({ fileName, size: 5 });
    await port.observe({
      type: 'message',
      message: newIncomingMessage({
        id,
        from: FROM,
        sentAt: LONG_AGO,
        media: { mimeType: 'image/png', viewOnce: false },
      }),
    });
    const { media, kind, text } = await settled(id);
    expect({ kind, text, media }).toEqual({
      ...{ kind: 'image', text: null },
      media: { state: 'stored', reason: null, mime_type: 'image/png', file_name: fileName, size: PNG.length },
    });
    expect(port.downloads - before).toBe(1);
    const response = await download(id);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PNG);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      ...{ 'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'content-length': String(PNG.length) },
      'content-disposition': `attachment; filename="Anagnp.exe _1_.png"; filename*=UTF-8''Anagnp.exe%20%221%22.png`,
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    const row = await stage.row<{ path: string; sha256: Buffer; file_name: Buffer }>(
      'SELECT path, sha256, file_name FROM media',
    );
    expect(row.sha256).toEqual(createHash('sha256').update(PNG).digest());
    expect(row.file_name.toString('latin1')).not.toContain('canary');
    expect(row.path).toMatch(/^\d{4}-\d{2}\/[0-9a-f-]{36}$/);
    const file = join(folder(), row.path);
    expect((await readFile(file)).includes(PNG.subarray(8, 24))).toBe(false);
    expect([(await stat(file)).mode & 0o777, (await stat(folder())).mode & 0o777]).toEqual([0o600, 0o700]);
    expect((await readdir(folder(), { recursive: true })).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it.each<[string, Partial<MediaInfo>, Buffer | null, string]>([
    ['meant to be seen once', { viewOnce: true }, PNG, 'view-once'],
    ['said to be too large', { size: MIB + 1 }, PNG, 'too-large'],
    ['too large without a word', {}, Buffer.concat([PNG, Buffer.alloc(MIB)]), 'too-large'],
    ['gone', {}, null, 'gone'],
    ['a program that says it is a picture', {}, Buffer.from('MZ\u0090\u0000 this is no picture at all'), 'wrong-type'],
    ['a picture that says it is a film', { mimeType: 'video/mp4' }, PNG, 'wrong-type'],
    ['empty', {}, Buffer.alloc(0), 'wrong-type'],
  ])('are not kept when they are %s', async (_, media, content, reason) => {
    const before = port.downloads;
    const id = await attach(media, content);
    expect((await settled(id)).media).toMatchObject({ state: 'skipped', reason });
    expect(await refusal(id)).toEqual([404, 'media.not-kept']);
    if (['view-once', 'too-large'].includes(reason) && content === PNG) expect(port.downloads).toBe(before);
  });

  it('are served as what their content shows, never as a page', async () => {
    const page = Buffer.from('<html><script>alert(1)</script></html>');
    const id = await attach({ mimeType: 'text/html', fileName: 'x.html' }, page, { kind: 'document' });
    await settled(id);
    expect((await download(id)).headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const image = await attach({ mimeType: 'application/pdf', fileName: 'x.pdf' }, PNG, { kind: 'document' });
    await settled(image);
    expect((await download(image)).headers.get('content-type')).toBe('image/png');
  });

  it('wait while the phone is away, and are tried again, but not for ever', async () => {
    let asked = 0;
    const id = await attach({}, () => Promise.reject(((asked += 1), notConnected('RECONNECTING'))));
    await waitFor(() => asked > 0, { what: 'the first try' });
    expect((await shown(id)).media).toMatchObject({ state: 'pending' });
    expect(await refusal(id)).toEqual([409, 'media.not-ready']);
    port.onDownload = () => Promise.reject(new Error('broken'));
    for (let tries = 0; tries < 5; tries += 1) {
      const { attempts } = await waitFor(
        async () => {
          const row = await stage.row<{ attempts: number; state: string }>(
            'SELECT attempts, state FROM media WHERE external_id = $1',
            [id],
          );
          return row.attempts === tries && row;
        },
        { what: `try ${tries}` },
      );
      expect(attempts).toBe(tries);
      await stage.rows(`UPDATE media SET not_before = now() - interval '1 second' WHERE external_id = $1`, [id]);
      await port.become('READY');
      await waitFor(
        async () =>
          (await stage.rows('SELECT 1 FROM media WHERE external_id = $1 AND attempts > $2', [id, tries])).length > 0,
        { what: 'it to be tried' },
      );
    }
    expect((await settled(id)).media).toMatchObject({ state: 'failed', reason: 'download-failed' });
  });

  it('are destroyed when their sender deletes the message', async () => {
    const id = await attach({});
    await settled(id);
    const { path } = await stage.row<{ path: string }>('SELECT path FROM media WHERE external_id = $1', [id]);
    await port.observe({ type: 'revoke', chatId: FROM, id, at: new Date() });
    await expect(stat(join(folder(), path))).rejects.toThrow('ENOENT');
    expect((await shown(id)).media).toMatchObject({ state: 'skipped', reason: 'revoked' });
    expect(await refusal(id)).toEqual([404, 'media.not-kept']);
  });

  it('are not even downloaded when the message was deleted before it came', async () => {
    const before = port.downloads;
    await port.observe({ type: 'revoke', chatId: FROM, id: 'REVOKED-FIRST', at: new Date() });
    await attach({}, PNG, { id: 'REVOKED-FIRST' });
    expect((await shown('REVOKED-FIRST')).media).toMatchObject({ state: 'skipped', reason: 'revoked' });
    expect(port.downloads).toBe(before);
  });

  it('are gone with the key of their contact', async () => {
    const other = '34600000099@c.us';
    const id = await attach({}, PNG, { from: other });
    await waitFor(async () => (await shown(id, other)).media?.state === 'stored', { what: 'it to be stored' });
    const { id: messageId } = await shown(id, other);
    const { subject_id: subject } = await stage.row<{ subject_id: string }>(
      'SELECT subject_id FROM media WHERE external_id = $1',
      [id],
    );
    await stage.part(DataKeys).erase(subject);
    const response = await stage.app.request(`/api/messages/${messageId}/media`);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([404, 'media.erased']);
  });

  it('are asked for in vain where there are none', async () => {
    const id = await stage.say({ from: FROM, sentAt: LONG_AGO });
    expect((await shown(id)).media).toBeNull();
    expect(await refusal(id)).toEqual([404, 'media.none']);
    for (const unknown of ['nobody', '00000000-0000-7000-8000-000000000000', '%00']) {
      const response = await stage.app.request(`/api/messages/${unknown}/media`);
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([404, 'message.not-found']);
    }
  });

  it('survive what no table can hold', async () => {
    const id = await attach(
      { mimeType: 'a\u0000'.repeat(1_000), fileName: '\ud800'.repeat(1_000), size: Number.NaN },
      PNG,
    );
    expect((await settled(id)).media).toMatchObject({ state: 'stored', mime_type: 'image/png' });
  });
});

describe('attachments across a restart', () => {
  it('that waited are downloaded by the next session', async () => {
    const connector = new ScriptedConnector();
    connector.onOpen = (port) => (port.onDownload = () => Promise.reject(notConnected('SYNCING')));
    const stage = await MessagingStage.open({}, connector);
    const media = { mimeType: 'image/png', viewOnce: false };
    await connector
      .portOf(stage.accountId)
      .observe({ type: 'message', message: newIncomingMessage({ from: FROM, sentAt: LONG_AGO, media }) });
    await waitFor(() => connector.portOf(stage.accountId).downloads > 0, { what: 'the first try' });
    await stage.rows('UPDATE accounts SET wanted = $1', ['stopped']);
    await stage.app.request('/api/whatsapp/accounts/default/stop', { method: 'POST' });
    await waitFor(() => connector.portOf(stage.accountId).asked.includes('disconnect'), {
      what: 'the end of the session',
    });
    await stage.rows(`UPDATE media SET not_before = now() - interval '1 second'`);
    connector.onOpen = (port) => (port.onDownload = () => Promise.resolve({ mimeType: 'image/png', data: PNG }));
    await stage.app.request('/api/whatsapp/accounts/default/start', { method: 'POST' });
    await waitFor(async () => (await stage.row<{ state: string }>('SELECT state FROM media')).state === 'stored', {
      what: 'the next session to have it',
    });
    await stage.close();
  });

  it('are let be when the operator does not want them', async () => {
    const connector = new ScriptedConnector();
    const stage = await MessagingStage.open({ MEDIA_DOWNLOAD: 'off' }, connector);
    await stage.say({ from: FROM, sentAt: LONG_AGO, media: { mimeType: 'image/png', viewOnce: false } });
    expect(await stage.row('SELECT state, reason FROM media')).toEqual({ state: 'skipped', reason: 'downloads-off' });
    expect(connector.portOf(stage.accountId).downloads).toBe(0);
    await stage.close();
  });
});
