import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';

import { OutboxEntity } from './outbox.entity.js';

/** The attachment of an outgoing message, sealed. */
@Entity({ name: 'outbox_media' })
export class OutboxMediaEntity {
  @PrimaryColumn({ name: 'outbox_id', type: 'uuid', primaryKeyConstraintName: 'outbox_media_pk' })
  outboxId!: string;

  @OneToOne(() => OutboxEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'outbox_id', foreignKeyConstraintName: 'outbox_media_outbox_fk' })
  outbox?: Relation<OutboxEntity>;

  @Column({ name: 'mime_type', type: 'text' })
  mimeType!: string;

  @Column({ name: 'file_name', type: 'bytea', nullable: true })
  fileName!: Buffer | null;

  /** The bytes as base64: what is sealed is text. */
  @Column({ type: 'bytea' })
  content!: Buffer;
}
