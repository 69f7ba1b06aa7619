import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ContactEntity } from '../../contacts/contact.entity.js';

/** How far the events of a person go, and how much the person sent of late. Its row is locked by whoever adds an event. */
@Entity({ name: 'person_streams' })
export class PersonStreamEntity {
  @PrimaryColumn({ name: 'contact_id', type: 'uuid', primaryKeyConstraintName: 'person_streams_pk' })
  contactId!: string;

  @OneToOne(() => ContactEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'person_streams_contact_fk' })
  contact?: Relation<ContactEntity>;

  /** Of the last event. */
  @Column({ type: 'bigint', default: 0 })
  position!: string;

  /** When the present window of the rate limit began. */
  @Column({ name: 'window_at', type: 'timestamptz', nullable: true })
  windowAt!: Date | null;

  @Column({ name: 'sent_in_window', type: 'integer', default: 0 })
  sentInWindow!: number;
}
