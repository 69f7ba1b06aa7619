import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { BlindIndex, DataKeys } from '#security';

import { subjectsOf } from './codec/subject-texts.js';
import type { TableRows } from './codec/segment.js';
import type { RowSealing } from './rows/restored-rows.js';

/** What texts are sealed and indexed with when they go back into their rows. */
@Injectable()
export class RestoreSealing {
  constructor(
    private readonly keys: DataKeys,
    private readonly index: BlindIndex,
  ) {}

  async of(rows: TableRows, manager: EntityManager): Promise<RowSealing> {
    return { keys: await this.keys.find([...subjectsOf([rows])], manager), index: this.index };
  }
}
