import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Clock } from '#kernel';
import { AuditTrail, Cursors } from '#security';

import { AuditEntity } from './audit.entity.js';

/** Who did what about writing first. Nothing in it is ever changed. */
@Injectable()
export class Audit extends AuditTrail<AuditEntity> {
  constructor(dataSource: DataSource, cursors: Cursors, clock: Clock) {
    super(AuditEntity, dataSource, cursors, clock);
  }
}
