import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';

import { FeedEntity } from './feed.entity.js';

/** Something that a feed brought. */
@Entity('autonomy_feed_items')
@Unique('autonomy_feed_items_key', ['feedId', 'key'])
export class FeedItemEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'autonomy_feed_items_pk' })
  id!: string;

  @Column('uuid', { name: 'feed_id' })
  feedId!: string;

  @ManyToOne(() => FeedEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'feed_id', foreignKeyConstraintName: 'autonomy_feed_items_feed_fk' })
  feed?: Relation<FeedEntity>;

  /** SHA-256 of what the feed calls it, in hex: the same item is known again. */
  @Column('text')
  key!: string;

  @Column('text')
  title!: string;

  @Column('text')
  url!: string;

  @Column('text', { nullable: true })
  summary!: string | null;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @Column('timestamptz', { name: 'found_at' })
  foundAt!: Date;
}
