import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ContactEntity } from './contact.entity.js';

/** One name by which WhatsApp knows a contact: a phone number (`pn`), a LID, or the author name of an imported chat. */
@Entity({ name: 'contact_aliases' })
export class ContactAliasEntity {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'contact_aliases_pk' })
  accountId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'contact_aliases_pk' })
  kind!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'contact_aliases_pk' })
  value!: string;

  @Index('contact_aliases_contact')
  @Column({ name: 'contact_id', type: 'uuid' })
  contactId!: string;

  @ManyToOne(() => ContactEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'contact_aliases_contact_fk' })
  contact?: Relation<ContactEntity>;
}
