import type { MediaRow, MessageView, ReactionView } from '#messaging';
import { labelsView, type LabelRow } from '#messaging';

import { dateOf, realsOf, textsOf, uuidOf } from '../codec/pg-values.js';
import { fieldAt, type TableRows } from '../codec/segment.js';
import type { OpenSegment } from '../codec/segment-codec.js';

/** A person as they are called now; `id` is another than asked for when two turned out to be one. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string | null;
}

export type People = ReadonlyMap<string, NamedPerson>;

/** The messages of an opened segment as everybody else sees them. Rows are numbered in the order in which they were sent. */
export class SegmentMessages {
  private readonly messages: TableRows | undefined;
  private readonly media: ReadonlyMap<string, number>;
  private readonly reactions: ReadonlyMap<string, readonly number[]>;
  private readonly labels: ReadonlyMap<string, readonly number[]>;

  constructor(
    private readonly segment: OpenSegment,
    private readonly chatId: string,
  ) {
    this.messages = this.table('messages');
    this.media = new Map([...this.placesBy('media', 'message_id')].map(([id, [row]]) => [id, row ?? 0]));
    this.reactions = this.placesBy('reactions', 'message_external_id');
    this.labels = this.placesBy('message_labels', 'message_id');
  }

  get count(): number {
    return this.messages?.count ?? 0;
  }

  sentAt(row: number): Date {
    return this.date('messages', 'sent_at', row) ?? new Date(0);
  }

  id(row: number): string {
    return this.uuid('messages', 'id', row) ?? '';
  }

  /** Ours and WhatsApp's of all its messages. */
  *ids(): Generator<string> {
    for (let row = 0; row < this.count; row += 1) {
      yield this.id(row);
      yield this.string('messages', 'external_id', row) ?? '';
    }
  }

  text(row: number): string | null {
    return this.segment.texts.get('messages')?.[row] ?? null;
  }

  /** Whoever is named in it. */
  get people(): readonly string[] {
    const people = new Set<string>();
    for (let row = 0; row < this.count; row += 1) people.add(this.uuid('messages', 'sender_id', row) ?? '');
    for (const row of [...this.reactions.values()].flat()) people.add(this.uuid('reactions', 'actor_id', row) ?? '');
    people.delete('');
    return [...people];
  }

  view(row: number, people: People): MessageView {
    const id = this.id(row);
    const externalId = this.string('messages', 'external_id', row) ?? '';
    const sender = people.get(this.uuid('messages', 'sender_id', row) ?? '');
    const revokedAt = this.date('messages', 'revoked_at', row);
    return {
      id,
      chatId: this.chatId,
      externalId,
      author: this.string('messages', 'author', row) as MessageView['author'],
      senderId: sender?.id ?? this.uuid('messages', 'sender_id', row),
      senderName: sender?.name ?? null,
      kind: this.string('messages', 'kind', row) as MessageView['kind'],
      text: this.text(row),
      ack: (this.field('messages', 'ack', row)?.readInt16BE() ?? null) as MessageView['ack'],
      quotedId: this.string('messages', 'quoted_id', row),
      addressed: this.field('messages', 'addressed', row)?.[0] === 1,
      route: this.string('messages', 'route', row) as MessageView['route'],
      routeReason: this.string('messages', 'route_reason', row),
      sentAt: this.sentAt(row),
      storedAt: this.date('messages', 'stored_at', row) ?? new Date(0),
      editedAt: this.date('messages', 'edited_at', row),
      revokedAt,
      readAt: this.date('messages', 'read_at', row),
      processedAt: this.date('messages', 'processed_at', row),
      media: this.mediaOf(id, revokedAt !== null),
      reactions: (this.reactions.get(externalId) ?? []).flatMap((place) => this.reactionAt(place, people) ?? []),
      labels: labelsView((this.labels.get(id) ?? []).map((place) => this.labelAt(place))),
    };
  }

  /** Undefined when no message here has one by that id. */
  attachment(messageId: string): MediaRow | undefined {
    const row = this.media.get(messageId);
    if (row === undefined) return undefined;
    return {
      messageId,
      subjectId: this.uuid('media', 'subject_id', row) ?? '',
      state: this.string('media', 'state', row) as MediaRow['state'],
      reason: this.string('media', 'reason', row),
      mimeType: this.string('media', 'mime_type', row),
      path: this.string('media', 'path', row),
      fileName: this.segment.texts.get('media')?.[row] ?? null,
    };
  }

  private mediaOf(messageId: string, revoked: boolean): MessageView['media'] {
    const row = this.media.get(messageId);
    if (row === undefined) return null;
    const state = this.string('media', 'state', row) as NonNullable<MessageView['media']>['state'];
    return {
      state: revoked ? 'skipped' : state,
      reason: revoked ? 'revoked' : this.string('media', 'reason', row),
      mimeType: this.string('media', 'mime_type', row) ?? this.string('media', 'claimed_type', row) ?? '',
      fileName: this.segment.texts.get('media')?.[row] ?? null,
      size: sizeOf(this.field('media', 'size', row)),
    };
  }

  private reactionAt(row: number, people: People): ReactionView | null {
    const emoji = this.segment.texts.get('reactions')?.[row] ?? null;
    if (emoji === null) return null;
    const fromMe = this.field('reactions', 'from_me', row)?.[0] === 1;
    const actor = this.uuid('reactions', 'actor_id', row);
    const person = people.get(actor ?? '');
    const at = this.date('reactions', 'reacted_at', row) ?? new Date(0);
    return { emoji, senderId: fromMe ? null : (person?.id ?? actor), senderName: person?.name ?? null, fromMe, at };
  }

  private labelAt(row: number): LabelRow {
    return {
      facet: this.string('message_labels', 'facet', row) as LabelRow['facet'],
      values: textsOf(this.field('message_labels', 'values', row)),
      confidences: realsOf(this.field('message_labels', 'confidences', row)),
      source: this.string('message_labels', 'source', row) as LabelRow['source'],
      model: this.string('message_labels', 'model', row),
      reason: this.string('message_labels', 'reason', row),
      at: (this.date('message_labels', 'labelled_at', row) ?? new Date(0)).toISOString(),
    };
  }

  private placesBy(table: TableRows['name'], column: string): Map<string, number[]> {
    const places = new Map<string, number[]>();
    for (let row = 0; row < (this.table(table)?.count ?? 0); row += 1) {
      const value = this.field(table, column, row);
      if (!value) continue;
      const key = column === 'message_id' ? uuidOf(value) : value.toString('utf8');
      places.set(key, [...(places.get(key) ?? []), row]);
    }
    return places;
  }

  private table(name: TableRows['name']): TableRows | undefined {
    return this.segment.tables.find((table) => table.name === name);
  }

  private field(name: TableRows['name'], column: string, row: number): Buffer | undefined {
    const table = name === 'messages' ? this.messages : this.table(name);
    return table && fieldAt(table, column, row);
  }

  private string(table: TableRows['name'], column: string, row: number): string | null {
    return this.field(table, column, row)?.toString('utf8') ?? null;
  }

  private uuid(table: TableRows['name'], column: string, row: number): string | null {
    const value = this.field(table, column, row);
    return value ? uuidOf(value) : null;
  }

  private date(table: TableRows['name'], column: string, row: number): Date | null {
    const value = this.field(table, column, row);
    return value ? dateOf(value) : null;
  }
}

function sizeOf(bytes: Buffer | undefined): number | null {
  return bytes ? Number(bytes.readBigInt64BE()) : null;
}
