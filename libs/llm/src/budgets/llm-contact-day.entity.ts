import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many questions to the model a contact has had in a day. */
@Entity({ name: 'llm_contact_days' })
export class LlmContactDayEntity {
  /** In `TIME_ZONE`. */
  @PrimaryColumn({ type: 'date', primaryKeyConstraintName: 'llm_contact_days_pk' })
  day!: string;

  @PrimaryColumn({ name: 'contact_id', type: 'uuid', primaryKeyConstraintName: 'llm_contact_days_pk' })
  contactId!: string;

  @Column({ type: 'integer' })
  calls!: number;
}
