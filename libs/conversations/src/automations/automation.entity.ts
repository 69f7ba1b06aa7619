import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

import type { Action, AutomationWhen } from './automation.js';

/** When something is true of a message, something is done. */
@Entity('automations')
@Unique('automations_name_unique', ['name'])
export class AutomationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'automations_pk' })
  id!: string;

  /** For people. */
  @Column('text')
  name!: string;

  @Column('jsonb')
  when!: AutomationWhen;

  @Column('jsonb')
  actions!: Action[];

  /** Sealed; null when deliveries are not signed. */
  @Column('bytea', { name: 'webhook_secret', nullable: true })
  webhookSecret!: Buffer | null;

  /** When its receiver said that it is gone for good: nothing is sent there until the actions are given anew. */
  @Column('timestamptz', { name: 'webhook_gone_at', nullable: true })
  webhookGoneAt!: Date | null;

  /** Since when it is switched on: messages that were stored before do not concern it. Null while it is off. */
  @Column('timestamptz', { name: 'enabled_at', nullable: true })
  enabledAt!: Date | null;

  /** Grows with each change. */
  @Column('integer')
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
