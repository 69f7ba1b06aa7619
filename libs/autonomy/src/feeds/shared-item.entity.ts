import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { AutonomyGroupEntity } from '../store/autonomy-group.entity.js';
import { FeedItemEntity } from './feed-item.entity.js';

/** What a group has heard of: it does not hear of it again. */
@Entity('autonomy_shared_items')
export class SharedItemEntity {
  @PrimaryColumn('uuid', { name: 'chat_id', primaryKeyConstraintName: 'autonomy_shared_items_pk' })
  chatId!: string;

  @ManyToOne(() => AutonomyGroupEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'chat_id', foreignKeyConstraintName: 'autonomy_shared_items_group_fk' })
  group?: Relation<AutonomyGroupEntity>;

  @Index('autonomy_shared_items_item')
  @PrimaryColumn('uuid', { name: 'item_id', primaryKeyConstraintName: 'autonomy_shared_items_pk' })
  itemId!: string;

  @ManyToOne(() => FeedItemEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'item_id', foreignKeyConstraintName: 'autonomy_shared_items_item_fk' })
  item?: Relation<FeedItemEntity>;

  @Column('timestamptz', { name: 'shared_at' })
  sharedAt!: Date;
}
