import { Column, Entity, Index, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, type Relation } from 'typeorm';

import { AccountEntity } from '../accounts/account.entity.js';
import { MessageEntity } from '../messages/message.entity.js';

/** `pending`: to be downloaded. `stored`: it is in its file. `skipped`: not kept, for the recorded reason. `failed`: tried in vain. */
export type MediaState = 'pending' | 'stored' | 'skipped' | 'failed';

/** The attachment of a message. Its content is a sealed file, never a row. */
@Entity({ name: 'media' })
@Index('media_external', ['accountId', 'externalId'])
@Index('media_pending', { synchronize: false })
export class MediaEntity {
  @PrimaryColumn({ name: 'message_id', type: 'uuid', primaryKeyConstraintName: 'media_pk' })
  messageId!: string;

  @OneToOne(() => MessageEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'message_id', foreignKeyConstraintName: 'media_message_fk' })
  message?: Relation<MessageEntity>;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'media_account_fk' })
  account?: Relation<AccountEntity>;

  /** Where WhatsApp has it: the chat as the message named it, and the message's id. */
  @Column({ name: 'chat_external_id', type: 'text' })
  chatExternalId!: string;

  @Column({ name: 'external_id', type: 'text' })
  externalId!: string;

  /** Whose data key seals the file and its name. */
  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId!: string;

  @Column({ type: 'text' })
  state!: MediaState;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  /** What the sender says it is. */
  @Column({ name: 'claimed_type', type: 'text' })
  claimedType!: string;

  /** What its content shows it to be; null until then. */
  @Column({ name: 'mime_type', type: 'text', nullable: true })
  mimeType!: string | null;

  /** Sealed; null when it has none. */
  @Column({ name: 'file_name', type: 'bytea', nullable: true })
  fileName!: Buffer | null;

  /** Bytes: as the sender says it is until it is stored. */
  @Column({ type: 'bigint', nullable: true })
  size!: string | null;

  /** Of the content as it was sent. */
  @Column({ type: 'bytea', nullable: true })
  sha256!: Buffer | null;

  /** Of the sealed file, below `DATA_DIR/media`. */
  @Column({ type: 'text', nullable: true })
  path!: string | null;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ name: 'not_before', type: 'timestamptz' })
  notBefore!: Date;

  @Column({ name: 'stored_at', type: 'timestamptz', nullable: true })
  storedAt!: Date | null;
}
