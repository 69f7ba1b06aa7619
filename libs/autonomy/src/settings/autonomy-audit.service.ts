import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Clock } from '#kernel';
import { AuditTrail, Cursors } from '#security';

import { AutonomyAuditEntity } from './autonomy-audit.entity.js';

/** Who did what about speaking unasked. Nothing in it is ever changed. */
@Injectable()
export class AutonomyAudit extends AuditTrail<AutonomyAuditEntity> {
  constructor(dataSource: DataSource, cursors: Cursors, clock: Clock) {
    super(AutonomyAuditEntity, dataSource, cursors, clock);
  }
}
