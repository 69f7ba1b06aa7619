import { Column, Entity, Generated, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';

import type { MessageKind } from '#whatsapp';

import { AccountEntity } from '../accounts/account.entity.js';
import { ChatEntity } from '../chats/chat.entity.js';
import type { AnswerTraits } from '../traits/answer-traits.js';

/**
 * `draft` waits for approval, `queued` for its turn (and, with a reason, for its chat); `sending` has passed the last gate. `sent`,
 * `dropped` and `failed` are ends. `unknown` may or may not have arrived: it is shown to the operator and never sent again
 * by itself.
 */
export type OutboxState = 'draft' | 'queued' | 'sending' | 'sent' | 'dropped' | 'failed' | 'unknown';

/** `proactive`: nobody has asked for it; the gate never holds it up for its chat, it leaves in time or not at all. */
export type OutboxOrigin = 'reply' | 'command' | 'operator' | 'proactive';

/** A message that we mean to send. Nothing leaves except through here, and never under a second message id. */
@Entity({ name: 'outbox' })
@Unique('outbox_message_unique', ['messageId'])
@Unique('outbox_idempotency_unique', ['idempotencyKey', 'part'])
@Index('outbox_turn_part_unique', { synchronize: false })
@Index('outbox_chat', ['chatId'])
@Index('outbox_waiting', { synchronize: false })
@Index('outbox_open', { synchronize: false })
@Index('outbox_gated', { synchronize: false })
@Index('outbox_page', { synchronize: false })
@Index('outbox_first_contact', { synchronize: false })
@Index('outbox_unknown', { synchronize: false })
export class OutboxEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'outbox_pk' })
  id!: string;

  /** Counts up: the order of sending, whatever the writers' clocks say. */
  @Column({ type: 'bigint' })
  @Generated('increment')
  position!: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'outbox_account_fk' })
  account?: Relation<AccountEntity>;

  @Column({ name: 'chat_id', type: 'uuid' })
  chatId!: string;

  @ManyToOne(() => ChatEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'chat_id', foreignKeyConstraintName: 'outbox_chat_fk' })
  chat?: Relation<ChatEntity>;

  /** The turn that it answers, at most one message for each part. */
  @Column({ name: 'turn_id', type: 'uuid', nullable: true })
  turnId!: string | null;

  @Column({ type: 'integer', default: 0 })
  part!: number;

  @Column({ name: 'idempotency_key', type: 'text', nullable: true })
  idempotencyKey!: string | null;

  /** WhatsApp's id of the message, made before the first try and kept through all of them. */
  @Column({ name: 'message_id', type: 'text' })
  messageId!: string;

  /** WhatsApp's id of the chat as it was at the first try: every look-up and retry goes there. */
  @Column({ type: 'text', nullable: true })
  address!: string | null;

  @Column({ type: 'text' })
  origin!: OutboxOrigin;

  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId!: string;

  /** What the store of record calls it. */
  @Column({ type: 'text', default: 'text' })
  kind!: MessageKind;

  /** The sealed text, the caption, or a template in short. */
  @Column({ type: 'bytea' })
  body!: Buffer;

  /** An approved template, sealed: its name, language and what fills its places. */
  @Column({ type: 'bytea', nullable: true })
  template!: Buffer | null;

  /** WhatsApp's id of the message that it answers. */
  @Column({ name: 'quoted_id', type: 'text', nullable: true })
  quotedId!: string | null;

  /** What is known of how it was made; becomes the traits of the message. */
  @Column({ type: 'jsonb', nullable: true })
  traits!: AnswerTraits | null;

  @Column({ type: 'text' })
  state!: OutboxState;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  /** The lease under which it passed the last gate. */
  @Column({ name: 'fencing_token', type: 'bigint', nullable: true })
  fencingToken!: string | null;

  /** When the operator let a draft go. */
  @Column({ name: 'approved_at', type: 'timestamptz', nullable: true })
  approvedAt!: Date | null;

  @Column({ name: 'not_before', type: 'timestamptz' })
  notBefore!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true })
  expiresAt!: Date | null;

  /** Dropped when its person was heard since. */
  @Column({ name: 'unless_heard_since', type: 'timestamptz', nullable: true })
  unlessHeardSince!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'gated_at', type: 'timestamptz', nullable: true })
  gatedAt!: Date | null;

  /** "typing…" was shown until then. */
  @Column({ name: 'typing_until', type: 'timestamptz', nullable: true })
  typingUntil!: Date | null;

  /** It passed the gate as the first word that was said in its chat. */
  @Column({ name: 'first_contact', type: 'boolean', default: false })
  firstContact!: boolean;

  /** When it turned out that nobody knows whether it arrived. */
  @Column({ name: 'unknown_at', type: 'timestamptz', nullable: true })
  unknownAt!: Date | null;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null;
}
