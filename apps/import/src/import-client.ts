import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';

import type { ImportReport } from '#conversations';

import type { ImportArguments } from './import-arguments.js';
import { notSecretary, problemOf, refusal, unreachable } from './import-failure.js';
import type { RunningSecretary } from './running-secretary.js';

/** The part of a task that matters here. */
export interface ImportTask {
  readonly status: 'queued' | 'running' | 'completed' | 'failed' | 'cancelled';
  readonly progress_message: string | null;
  readonly output_data: ImportReport | null;
  readonly error: { readonly message: string } | null;
}

/** Speaks to the API of a running secretary. Each method throws an Error of one clear line. */
export class ImportClient {
  constructor(private readonly secretary: RunningSecretary) {}

  /** Uploads the export, streamed from disk, and gives the id of the task that imports it. */
  async upload({ file, me, zone, chat, dateOrder, add }: ImportArguments): Promise<string> {
    const form = new FormData();
    form.set('me', me);
    // The phone is where its owner is, and so is this terminal; the server may run anywhere.
    form.set('zone', zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
    if (chat) form.set('chat', chat);
    if (dateOrder) form.set('date_order', dateOrder);
    // Both are easier to prevent than to undo, and here is somebody who can be asked.
    form.set('guess', 'false');
    form.set('add', String(add ?? false));
    form.set('file', await openExport(file), basename(file));
    const { task_id: taskId } = await this.request<{ task_id?: unknown }>('import', { method: 'POST', body: form });
    if (typeof taskId !== 'string') throw notSecretary(this.secretary.url);
    return taskId;
  }

  task(id: string): Promise<ImportTask> {
    return this.request<ImportTask>(`tasks/${id}`);
  }

  private async request<T>(path: string, init: RequestInit = {}): Promise<T> {
    const { url, key } = this.secretary;
    const response = await fetch(`${url}/api/conversations/${path}`, {
      ...init,
      headers: { authorization: `Bearer ${key}` },
    }).catch((cause: unknown) => {
      throw unreachable(url, cause);
    });
    if (!response.ok) throw refusal(url, response.status, await problemOf(response));
    return (await response.json().catch((cause: unknown) => {
      throw notSecretary(url, cause);
    })) as T;
  }
}

async function openExport(file: string): Promise<Blob> {
  try {
    if ((await stat(file)).isFile()) return await openAsBlob(file);
  } catch (cause) {
    throw new Error(`There is no file ${file} that can be read.`, { cause });
  }
  throw new Error(`${file} is not a file: name the .txt or .zip that WhatsApp exported.`);
}
