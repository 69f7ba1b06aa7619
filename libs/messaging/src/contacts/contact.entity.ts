import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { AccountEntity } from '../accounts/account.entity.js';

/** A person. A phone number and a LID of the same person are aliases of one contact. */
@Entity({ name: 'contacts' })
@Index('contacts_merged_into', { synchronize: false })
export class ContactEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'contacts_pk' })
  id!: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'contacts_account_fk' })
  account?: Relation<AccountEntity>;

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  /** Set when this contact turned out to be the same person as another: its texts keep its own key. */
  @Column({ name: 'merged_into', type: 'uuid', nullable: true })
  mergedInto!: string | null;

  /** Set when their key was destroyed: nothing of theirs can be read, and nobody talks in their name any more. */
  @Column({ name: 'erased_at', type: 'timestamptz', nullable: true })
  erasedAt!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
