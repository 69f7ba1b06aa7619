import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';

import type { ChatKind } from '#whatsapp';

import { AccountEntity } from '../accounts/account.entity.js';

/** What we do with an answer in a chat: send it, keep it for approval, or make none. */
export type ReplyMode = 'auto' | 'draft' | 'paused';

/** The way by which a chat's messages come and go. */
export type ChatChannel = 'whatsapp' | 'web';

/** A conversation. Its row is the lease of everything that must happen one at a time in it. */
@Entity({ name: 'chats' })
@Unique('chats_external_unique', ['accountId', 'externalId'])
@Index('chats_direct_unique', { synchronize: false })
@Index('chats_contact', { synchronize: false })
@Index('chats_recent', { synchronize: false })
@Index('chats_silent', { synchronize: false })
@Index('chats_turn_due', { synchronize: false })
@Index('chats_archived', { synchronize: false })
export class ChatEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'chats_pk' })
  id!: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'chats_account_fk' })
  account?: Relation<AccountEntity>;

  /** WhatsApp's id of the chat: where an answer goes. Follows the address that the contact wrote from last. */
  @Column({ name: 'external_id', type: 'text' })
  externalId!: string;

  @Column({ type: 'text' })
  kind!: ChatKind;

  @Column({ type: 'text', default: 'whatsapp' })
  channel!: ChatChannel;

  @Column({ type: 'text', nullable: true })
  title!: string | null;

  /** The other person of a direct chat. */
  @Column({ name: 'contact_id', type: 'uuid', nullable: true })
  contactId!: string | null;

  /** Whose data key seals what belongs to the chat as a whole: the contact of a direct chat, else the chat itself. */
  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId!: string;

  /** Null follows the setting `REPLY_MODE`. */
  @Column({ name: 'reply_mode', type: 'text', nullable: true })
  replyMode!: ReplyMode | null;

  /** Null follows the setting `ALLOW_LIST`. */
  @Column({ type: 'boolean', nullable: true })
  allowed!: boolean | null;

  @Column({ name: 'opted_out_at', type: 'timestamptz', nullable: true })
  optedOutAt!: Date | null;

  /** When a START last ended an opt-out. */
  @Column({ name: 'opted_in_at', type: 'timestamptz', nullable: true })
  optedInAt!: Date | null;

  /** When the consent word that holds was sent: an older one that comes late changes nothing. */
  @Column({ name: 'consent_at', type: 'timestamptz', nullable: true })
  consentAt!: Date | null;

  @Column({ name: 'taken_over_until', type: 'timestamptz', nullable: true })
  takenOverUntil!: Date | null;

  /** A group asked for silence: until then nothing is said in it that nobody asked for. */
  @Column({ name: 'quiet_until', type: 'timestamptz', nullable: true })
  quietUntil!: Date | null;

  /** When the request that holds was sent: an older one that comes late changes nothing. */
  @Column({ name: 'quiet_at', type: 'timestamptz', nullable: true })
  quietAt!: Date | null;

  /** Those in an archive included. */
  @Column({ name: 'message_count', type: 'integer', default: 0 })
  messageCount!: number;

  /** When its oldest message was sent, archived ones included. */
  @Column({ name: 'first_message_at', type: 'timestamptz', nullable: true })
  firstMessageAt!: Date | null;

  @Column({ name: 'last_message_at', type: 'timestamptz', nullable: true })
  lastMessageAt!: Date | null;

  /** When the oldest message that waits for its turn was stored. */
  @Column({ name: 'unrouted_since', type: 'timestamptz', nullable: true })
  unroutedSince!: Date | null;

  /** When its burst counts as finished and the turn may begin; null when nothing waits. */
  @Column({ name: 'turn_due_at', type: 'timestamptz', nullable: true })
  turnDueAt!: Date | null;

  /** When its messages were put into an archive; null while they are here. */
  @Column({ name: 'archived_at', type: 'timestamptz', nullable: true })
  archivedAt!: Date | null;

  /** When the operator brought it back from the archive. */
  @Column({ name: 'restored_at', type: 'timestamptz', nullable: true })
  restoredAt!: Date | null;

  /** What was said until then was removed for good: comparing with the phone does not bring it back. */
  @Column({ name: 'forgotten_until', type: 'timestamptz', nullable: true })
  forgottenUntil!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
