import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ContactEntity } from '../../contacts/contact.entity.js';

/** Where a socket was, so that it is there again when it comes back to another process. */
@Entity({ name: 'socket_sessions' })
export class SocketSessionEntity {
  /** socket.io's private id of the session. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'socket_sessions_pk' })
  id!: string;

  @Index('socket_sessions_contact')
  @Column({ name: 'contact_id', type: 'uuid' })
  contactId!: string;

  @ManyToOne(() => ContactEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'socket_sessions_contact_fk' })
  contact?: Relation<ContactEntity>;

  @Column({ name: 'chat_ids', type: 'uuid', array: true })
  chatIds!: string[];

  @Index('socket_sessions_seen')
  @Column({ name: 'seen_at', type: 'timestamptz' })
  seenAt!: Date;
}
