import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { FieldCipher, type FieldAddress } from '#security';
import type { MessageKind, OutboundContent } from '#whatsapp';

import { outboxBodyAddress } from './outbox-body.js';
import { attachmentGone } from './outbox.errors.js';

type Template = Pick<Extract<OutboundContent, { kind: 'template' }>, 'name' | 'language' | 'parameters'>;

/** What stands in the outbox row of a message for its content. */
export interface SealedContent {
  readonly kind: MessageKind;
  readonly body: Buffer;
  readonly template: Buffer | null;
}

/** Where a sealed content is. */
export interface ContentRow extends SealedContent {
  readonly id: string;
  readonly subject_id: string;
}

/** Seals what is to be sent, and opens it again: texts, attachments and templates. */
@Injectable()
export class OutboxContents {
  constructor(private readonly cipher: FieldCipher) {}

  async seal(manager: EntityManager, id: string, subjectId: string, content: OutboundContent): Promise<SealedContent> {
    const template =
      content.kind === 'template'
        ? await this.cipher.seal(subjectId, templateAddress(id), templateText(content), manager)
        : null;
    const body = await this.cipher.seal(subjectId, outboxBodyAddress(id), textOf(content), manager);
    return { kind: kindOf(content), body, template };
  }

  /** After the row itself. */
  async attach(manager: EntityManager, id: string, subjectId: string, content: OutboundContent): Promise<void> {
    if (content.kind !== 'media') return;
    const { mimeType, fileName, data } = content;
    const name = fileName && (await this.cipher.seal(subjectId, mediaAddress(id, 'file_name'), fileName, manager));
    const sealed = await this.cipher.seal(subjectId, mediaAddress(id, 'content'), data.toString('base64'), manager);
    await manager.query('INSERT INTO outbox_media (outbox_id, mime_type, file_name, content) VALUES ($1, $2, $3, $4)', [
      id,
      mimeType,
      name ?? null,
      sealed,
    ]);
  }

  /** Its words: the text, the caption or the template in short. Throws `security.unreadable`. */
  textOf({ id, subject_id: subjectId, body }: ContentRow): Promise<string> {
    return this.cipher.open(subjectId, outboxBodyAddress(id), body);
  }

  /** `text` as `textOf` gave it. Throws `security.unreadable`. */
  async open(manager: EntityManager, row: ContentRow, text: string): Promise<OutboundContent> {
    if (row.template) {
      const opened = await this.cipher.open(row.subject_id, templateAddress(row.id), row.template);
      return { kind: 'template', ...(JSON.parse(opened) as Template) };
    }
    if (row.kind === 'text') return { kind: 'text', text };
    const [media]: MediaRow[] = await manager.query(
      'SELECT mime_type, file_name, content FROM outbox_media WHERE outbox_id = $1',
      [row.id],
    );
    if (!media) throw attachmentGone();
    const name =
      media.file_name && (await this.cipher.open(row.subject_id, mediaAddress(row.id, 'file_name'), media.file_name));
    const data = await this.cipher.open(row.subject_id, mediaAddress(row.id, 'content'), media.content);
    return {
      kind: 'media',
      mimeType: media.mime_type,
      data: Buffer.from(data, 'base64'),
      caption: text,
      ...(name !== null && { fileName: name }),
    };
  }
}

/** How the store of record calls it. */
export function kindOf(content: OutboundContent): MessageKind {
  if (content.kind !== 'media') return 'text';
  const family = content.mimeType.split('/')[0];
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'document';
}

function textOf(content: OutboundContent): string {
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'media':
      return content.caption;
    case 'template':
      return [`[${content.name}, ${content.language}]`, ...content.parameters].join('\n');
  }
}

function templateText({ name, language, parameters }: Template): string {
  return JSON.stringify({ name, language, parameters });
}

function templateAddress(id: string): FieldAddress {
  return { table: 'outbox', column: 'template', rowId: id };
}

function mediaAddress(id: string, column: string): FieldAddress {
  return { table: 'outbox_media', column, rowId: id };
}

interface MediaRow {
  readonly mime_type: string;
  readonly file_name: Buffer | null;
  readonly content: Buffer;
}
