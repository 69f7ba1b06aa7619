import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ContactEntity } from '#messaging';

import type { Adulthood } from '../policy/safety-policy.js';

/** What is known of a person's age, and until when they are not written to first. */
@Entity('contact_safety')
@Check('contact_safety_adult_known', `adult IN ('confirmed', 'unknown', 'minor')`)
@Check('contact_safety_set_by_known', `set_by IN ('operator', 'signal')`)
export class ContactSafetyEntity {
  @PrimaryColumn('uuid', { name: 'contact_id', primaryKeyConstraintName: 'contact_safety_pk' })
  contactId!: string;

  @ManyToOne(() => ContactEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'contact_safety_contact_fk' })
  contact?: Relation<ContactEntity>;

  @Column('text', { default: 'unknown' })
  adult!: Adulthood;

  /** Who said so: the operator, or the person's own words. */
  @Column('text', { name: 'set_by', nullable: true })
  setBy!: 'operator' | 'signal' | null;

  @Column('timestamptz', { name: 'proactive_paused_until', nullable: true })
  proactivePausedUntil!: Date | null;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
