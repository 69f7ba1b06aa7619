import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';
import { Logger } from '#telemetry';

import { ArchiveReader, type StoredSegment } from '../archive-reader.service.js';
import { SegmentMessages, type NamedPerson, type People } from './segment-messages.js';

export interface PlacedSegment extends StoredSegment {
  readonly chatId: string;
  readonly lastAt: Date;
}

/** Opens segments to be read, with the people in them. */
@Injectable()
export class ArchiveSegments {
  constructor(
    private readonly reader: ArchiveReader,
    private readonly statements: Statements,
    private readonly logger: Logger,
  ) {}

  /** Throws as `ArchiveReader.open`. */
  async open(segment: PlacedSegment): Promise<SegmentMessages> {
    try {
      return new SegmentMessages(await this.reader.open(segment), segment.chatId);
    } catch (error) {
      this.logger.warn(
        { err: error, archiveId: segment.archiveId, place: segment.place },
        'archived messages cannot be read',
      );
      throw error;
    }
  }

  async peopleOf({ people }: SegmentMessages): Promise<People> {
    if (people.length === 0) return new Map();
    const rows = await this.statements.run<NamedPerson & { readonly asked: string }>(PEOPLE, [people]);
    return new Map(rows.map(({ asked, id, name }) => [asked, { id, name }]));
  }
}

const PEOPLE: Statement = {
  name: 'archive.people',
  text: `SELECT asked.id AS asked, now.id, now.name FROM contacts AS asked JOIN contacts AS now ON now.id = coalesce(asked.merged_into, asked.id)
    WHERE asked.id = ANY($1::uuid[])`,
};
