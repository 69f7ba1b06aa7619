import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { newId } from '#kernel';
import { DataKeys } from '#security';

import { ExportStage } from '../../testing/export-stage.js';
import { ExportKeeping } from './export-keeping.service.js';
import { ExportRunner } from './export-runner.service.js';
import { ExportShelf } from './export-shelf.service.js';

const ANA = '34600000001@c.us';

describe('the file of an export', () => {
  let stage: ExportStage;

  beforeAll(async () => {
    stage = await ExportStage.open();
    await stage.chat(ANA, 'Ana', [{ text: 'hello' }, { text: 'bye', fromMe: true }]);
  });

  afterAll(() => stage.close());

  it('is not to be had any more when somebody in it was erased, and a new one is without their words', async () => {
    const eva = await stage.chat('34600000005@c.us', 'Eva', [
      { text: 'the canary sings' },
      { text: 'mine', fromMe: true },
    ]);
    const before = await stage.run({ chat_ids: [eva, ANA], format: 'html' });
    expect((await stage.download(before.exportId)).status).toBe(200);
    const [{ contact_id: contact }] = (await stage.rows<{ contact_id: string }>(
      'SELECT contact_id FROM chats WHERE id = $1',
      [eva],
    )) as [{ contact_id: string }];
    await stage.part(DataKeys).erase(contact);
    const response = await stage.download(before.exportId);
    expect([response.status, await response.json()]).toEqual([404, expect.objectContaining({ code: 'export.erased' })]);
    const after = await stage.file({ chat_ids: [eva], format: 'json' });
    expect(after.includes('canary')).toBe(false);
    expect(after.includes('Eva')).toBe(true);
    // Another key of theirs does not bring it back.
    await stage.part(DataKeys).of([contact]);
    expect((await stage.download(before.exportId)).status).toBe(404);
    expect(await stage.part(ExportKeeping).removeOf(contact)).toBe(1);
  });

  it('is lost with whoever a chat is named after, even if none of their messages is in it', async () => {
    const zoe = await stage.chat('34600000008@c.us', 'Zoe', [{ text: 'hello' }]);
    const { exportId } = await stage.run({ chat_ids: [zoe], format: 'txt', from: '9999-01-01T00:00:00Z' });
    expect((await stage.download(exportId)).status).toBe(200);
    const [row] = await stage.rows<{ contact_id: string }>('SELECT contact_id FROM chats WHERE id = $1', [zoe]);
    await stage.part(DataKeys).erase(row!.contact_id);
    expect((await stage.download(exportId)).status).toBe(404);
  });

  it('keeps what another run has written when one fails that lost its turn', async () => {
    const { exportId } = await stage.run({ chat_ids: [ANA], format: 'txt' });
    await stage.rows(`UPDATE exports SET state = 'waiting', path = NULL WHERE id = $1`, [exportId]);
    const shelf = stage.part(ExportShelf);
    const lost = await shelf.begin(exportId);
    const { path } = await shelf.begin(exportId);
    const file = join(stage.folder, 'exports', path);
    await writeFile(file, 'the half of it');
    await shelf.discard(exportId, lost);
    expect(await readFile(file, 'utf8')).toBe('the half of it');
  });

  it('begins anew when somebody in it is erased while it is written', async () => {
    const texts = Array.from({ length: 300 }, (_, place) => ({ text: `canary ${place}` }));
    const chat = await stage.chat('34600000007@c.us', 'Noa', texts);
    const { exportId } = await stage.run({ chat_ids: [chat], format: 'txt' });
    await stage.rows(`UPDATE exports SET state = 'waiting', path = NULL WHERE id = $1`, [exportId]);
    await stage.rows('DELETE FROM export_shares WHERE export_id = $1', [exportId]);
    const [row] = await stage.rows<{ contact_id: string }>('SELECT contact_id FROM chats WHERE id = $1', [chat]);
    // As another process does: the one that exports remembers the key.
    const erase = async (): Promise<void> => {
      await stage.rows('DELETE FROM data_keys WHERE subject_id = $1', [row!.contact_id]);
    };
    const context = { attempt: 1, signal: new AbortController().signal, progress: erase };
    const runner = stage.part(ExportRunner);
    await expect(runner.run(exportId, context)).rejects.toMatchObject({
      code: 'export.erased-meanwhile',
      retryable: true,
    });
    expect((await stage.download(exportId)).status).toBe(409);
    await runner.run(exportId, context);
    const file = await (await stage.download(exportId)).text();
    expect(file).not.toContain('canary');
    expect(file.split('\n')).toHaveLength(301);
  });

  it('is over when its time is, and is removed by the clean-up', async () => {
    const keeping = stage.part(ExportKeeping);
    const [over, kept, stray] = [
      await stage.run({ chat_ids: [ANA], format: 'txt' }),
      await stage.run({ chat_ids: [ANA], format: 'csv' }),
      newId(),
    ];
    await keeping.expire({ dryRun: false });
    await stage.rows(`UPDATE exports SET expires_at = now() - interval '1 second' WHERE id = $1`, [over.exportId]);
    await mkdir(join(stage.folder, 'exports', stray));
    await utimes(join(stage.folder, 'exports', stray), 0, 0);
    const response = await stage.download(over.exportId);
    expect([response.status, await response.json()]).toEqual([
      404,
      expect.objectContaining({ code: 'export.expired' }),
    ]);

    expect(await keeping.expire({ dryRun: true })).toEqual({ files: 1, rows: 0, strays: 1 });
    expect(await stage.filesLeft()).toEqual(expect.arrayContaining([over.exportId, stray]));
    expect(await keeping.expire({ dryRun: false })).toEqual({ files: 1, rows: 0, strays: 1 });
    expect(await stage.filesLeft()).not.toContain(over.exportId);
    expect(await stage.filesLeft()).not.toContain(stray);
    expect(await keeping.expire({ dryRun: false })).toEqual({ files: 0, rows: 0, strays: 0 });
    expect((await stage.download(over.exportId)).status).toBe(404);
    expect((await stage.download(kept.exportId)).status).toBe(200);
    await stage.rows(`UPDATE exports SET expires_at = now() - interval '31 days' WHERE id = $1`, [over.exportId]);
    expect(await keeping.expire({ dryRun: false })).toEqual({ files: 0, rows: 1, strays: 0 });
  });
});
