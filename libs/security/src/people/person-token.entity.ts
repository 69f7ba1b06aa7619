import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A token that was given to a person. Its text is not kept: the signature alone proves it. */
@Entity('person_tokens')
@Index('person_tokens_contact', ['contactId'])
export class PersonTokenEntity {
  /** The token's `jti`. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_tokens_pk' })
  id!: string;

  /** No key to the contacts, which are kept floors above: a token of a contact that is gone is nobody's. */
  @Column('uuid', { name: 'contact_id' })
  contactId!: string;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
