import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';

import { ChatEntity, ContactEntity } from '#messaging';

import type { Danger } from '../classify/danger-rules.js';
import type { SafetyAction } from '../policy/safety-policy.js';

/** What happened: somebody in danger, what is forbidden, a minor, something sexual, an answer of ours that was kept back, a report. */
export const INCIDENT_KINDS = [
  'self-harm',
  'abuse',
  'violence',
  'threat',
  'medical',
  'forbidden',
  'minor',
  'nsfw',
  'output',
  'report',
] as const;
export type IncidentKind = Danger | 'forbidden' | 'minor' | 'nsfw' | 'output' | 'report';

/** What was done about it at once; `replaced`: an answer of ours was. */
export type IncidentAction = SafetyAction | 'replaced' | 'none';

/** Something that an operator may have to look at. Never what was said: that is in the message, under its own key. */
@Entity('safety_incidents')
@Unique('safety_incidents_once', ['messageId', 'kind'])
@Index('safety_incidents_open', { synchronize: false })
@Index('safety_incidents_chat', ['chatId'])
@Index('safety_incidents_contact', ['contactId'])
@Check('safety_incidents_kind_known', `kind IN (${INCIDENT_KINDS.map((kind) => `'${kind}'`).join(', ')})`)
@Check(
  'safety_incidents_action_known',
  `action IN ('answer', 'soften', 'decline', 'hand-over', 'care', 'replaced', 'none')`,
)
export class SafetyIncidentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'safety_incidents_pk' })
  id!: string;

  @Column('uuid', { name: 'chat_id' })
  chatId!: string;

  @ManyToOne(() => ChatEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'chat_id', foreignKeyConstraintName: 'safety_incidents_chat_fk' })
  chat?: Relation<ChatEntity>;

  /** Null when nobody is known to have said it. */
  @Column('uuid', { name: 'contact_id', nullable: true })
  contactId!: string | null;

  @ManyToOne(() => ContactEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'safety_incidents_contact_fk' })
  contact?: Relation<ContactEntity> | null;

  /** No key to the messages: these go before their incidents do. */
  @Column('uuid', { name: 'message_id', nullable: true })
  messageId!: string | null;

  @Column('text')
  kind!: IncidentKind;

  /** How sexual it was, 0-10. */
  @Column('smallint')
  level!: number;

  @Column('text')
  action!: IncidentAction;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'handled_at', nullable: true })
  handledAt!: Date | null;
}
