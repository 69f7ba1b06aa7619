import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import type { Ack, MessageKind } from '#whatsapp';

import { ChatEntity } from '../chats/chat.entity.js';

/** Who wrote it: a contact, the owner of the account by hand, or we. */
export type MessageAuthor = 'contact' | 'owner' | 'assistant' | 'system';

/** Where an inbound message stands: it waits, it became part of a turn, or it was let be for a recorded reason. */
export type MessageRoute = 'pending' | 'turn' | 'skipped';

/** One message. Stored once per (chat, external id, participant), whatever the network repeats. */
@Entity({ name: 'messages' })
@Index('messages_external_unique', ['chatId', 'externalId', 'participant'], { unique: true })
@Index('messages_sent', { synchronize: false })
@Index('messages_page', { synchronize: false })
@Index('messages_pending', { synchronize: false })
@Index('messages_turn', { synchronize: false })
@Index('messages_sender', { synchronize: false })
@Index('messages_search', { synchronize: false })
export class MessageEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'messages_pk' })
  id!: string;

  @Column({ name: 'chat_id', type: 'uuid' })
  chatId!: string;

  @ManyToOne(() => ChatEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'chat_id', foreignKeyConstraintName: 'messages_chat_fk' })
  chat?: Relation<ChatEntity>;

  /** WhatsApp's id of the message. */
  @Column({ name: 'external_id', type: 'text' })
  externalId!: string;

  /** Who said it in a group, as WhatsApp names them; empty elsewhere. One id may occur under two participants. */
  @Column({ type: 'text', default: '' })
  participant!: string;

  @Column({ type: 'text' })
  author!: MessageAuthor;

  @Column({ name: 'sender_id', type: 'uuid', nullable: true })
  senderId!: string | null;

  /** Whose data key seals the body. */
  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId!: string;

  @Column({ type: 'text' })
  kind!: MessageKind;

  /** The sealed text; null when there is none (media without a caption, or revoked). */
  @Column({ type: 'bytea', nullable: true })
  body!: Buffer | null;

  /** Keyed tokens of the text. */
  @Column({ type: 'tsvector', nullable: true, select: false })
  search!: string | null;

  /** How far a message of ours has come; null for what others wrote. */
  @Column({ type: 'smallint', nullable: true })
  ack!: Ack | null;

  @Column({ name: 'quoted_id', type: 'text', nullable: true })
  quotedId!: string | null;

  /** Whether it mentions us or quotes a message of ours. */
  @Column({ type: 'boolean', default: false })
  addressed!: boolean;

  @Column({ type: 'text', nullable: true })
  route!: MessageRoute | null;

  @Column({ name: 'route_reason', type: 'text', nullable: true })
  routeReason!: string | null;

  @Column({ name: 'turn_id', type: 'uuid', nullable: true })
  turnId!: string | null;

  @Column({ name: 'sent_at', type: 'timestamptz' })
  sentAt!: Date;

  @Column({ name: 'stored_at', type: 'timestamptz' })
  storedAt!: Date;

  @Column({ name: 'edited_at', type: 'timestamptz', nullable: true })
  editedAt!: Date | null;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;

  /** When the operator noted that it was read; null for unread. */
  @Column({ name: 'read_at', type: 'timestamptz', nullable: true })
  readAt!: Date | null;

  /** When the operator noted that nothing is left to do about it. */
  @Column({ name: 'processed_at', type: 'timestamptz', nullable: true })
  processedAt!: Date | null;
}
