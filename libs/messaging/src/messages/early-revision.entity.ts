import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';

import { AccountEntity } from '../accounts/account.entity.js';

/** An edit or a deletion that came before its message. It waits for it for a while, under a key of its own. */
@Entity({ name: 'early_revisions' })
@Unique('early_revisions_message_unique', ['accountId', 'externalId', 'chatExternalId'])
export class EarlyRevisionEntity {
  /** Also the subject whose data key seals the text: the key is destroyed with the row. */
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'early_revisions_pk' })
  id!: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'early_revisions_account_fk' })
  account?: Relation<AccountEntity>;

  /** The chat as the event named it: an id counts in its own chat only. */
  @Column({ name: 'chat_external_id', type: 'text' })
  chatExternalId!: string;

  @Column({ name: 'external_id', type: 'text' })
  externalId!: string;

  /** The sealed new text; null when the message was deleted. */
  @Column({ type: 'bytea', nullable: true })
  body!: Buffer | null;

  @Column({ name: 'edited_at', type: 'timestamptz', nullable: true })
  editedAt!: Date | null;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;

  @Index('early_revisions_noted')
  @Column({ name: 'noted_at', type: 'timestamptz' })
  notedAt!: Date;
}
