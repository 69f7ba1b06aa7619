import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { MemoryEntity } from './memory.entity.js';

/** A message in which a memory was said. Names it without owning it: messages come and go with archives. */
@Entity('memory_sources')
@Index('memory_sources_message', ['messageId'])
@Index('memory_sources_chat', ['chatId'])
export class MemorySourceEntity {
  @PrimaryColumn('uuid', { name: 'memory_id', primaryKeyConstraintName: 'memory_sources_pk' })
  memoryId!: string;

  @ManyToOne(() => MemoryEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'memory_id', foreignKeyConstraintName: 'memory_sources_memory_fk' })
  memory?: Relation<MemoryEntity>;

  @PrimaryColumn('uuid', { name: 'message_id', primaryKeyConstraintName: 'memory_sources_pk' })
  messageId!: string;

  @Column('uuid', { name: 'chat_id' })
  chatId!: string;
}
