import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';
import { AppError } from '#kernel';
import { Logger } from '#telemetry';

import { damageOf, NOTE_DAMAGE_SQL } from '../archive-damage.js';
import { ArchiveReader, STORED_SEGMENT_SQL, type StoredSegment } from '../archive-reader.service.js';
import { SegmentMessages, type NamedPerson, type People } from './segment-messages.js';

export interface PlacedSegment extends StoredSegment {
  readonly chatId: string;
  readonly lastAt: Date;
}

/** `gone`: nobody can read it any more, or it is not there any more. */
export type Unreadable = 'damaged' | 'gone';

/** Opens segments to be read, with the people in them. */
@Injectable()
export class ArchiveSegments {
  constructor(
    private readonly reader: ArchiveReader,
    private readonly statements: Statements,
    private readonly logger: Logger,
  ) {}

  /** A segment that is damaged is noted, so that its archive is shown as such. Throws `archive.store-failed`. */
  async read(segment: PlacedSegment): Promise<SegmentMessages | Unreadable> {
    for (let wanted = segment; ;) {
      try {
        return new SegmentMessages(await this.reader.open(wanted), segment.chatId);
      } catch (error) {
        if (!(error instanceof AppError) || !['archive.damaged', 'archive.erased'].includes(error.code)) throw error;
        const { archiveId, place } = wanted;
        this.logger.warn({ err: error, archiveId, place }, 'archived messages cannot be read');
        if (error.code === 'archive.erased') return 'gone';
        const [now] = await this.statements.run<StoredSegment>(NOW, [archiveId, place]);
        // Brought back or removed by somebody else meanwhile.
        if (!now) return 'gone';
        if (now.payloadKey === wanted.payloadKey) {
          await this.statements.run(DAMAGED, [archiveId, damageOf(error)]);
          return 'damaged';
        }
        // Packed anew meanwhile: it lies elsewhere.
        wanted = { ...wanted, ...now };
      }
    }
  }

  async peopleOf({ people }: SegmentMessages): Promise<People> {
    if (people.length === 0) return new Map();
    const rows = await this.statements.run<NamedPerson & { readonly asked: string }>(PEOPLE, [people]);
    return new Map(rows.map(({ asked, id, name }) => [asked, { id, name }]));
  }
}

const NOW: Statement = {
  name: 'archive.segment-now',
  text: `SELECT ${STORED_SEGMENT_SQL} FROM archive_segments JOIN archives ON archives.id = archive_id WHERE archive_id = $1 AND place = $2`,
};

const DAMAGED: Statement = { name: 'archive.note-damage', text: NOTE_DAMAGE_SQL };

const PEOPLE: Statement = {
  name: 'archive.people',
  text: `SELECT asked.id AS asked, now.id, now.name FROM contacts AS asked JOIN contacts AS now ON now.id = coalesce(asked.merged_into, asked.id)
    WHERE asked.id = ANY($1::uuid[])`,
};
