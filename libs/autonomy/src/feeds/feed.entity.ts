import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** `feed`: RSS or Atom, looked at again and again. `link`: an address that is shared itself, once a group. */
export type FeedKind = 'feed' | 'link';

/** Something that the operator listed for groups to hear of. */
@Entity('autonomy_feeds')
@Unique('autonomy_feeds_url', ['url'])
@Check('autonomy_feeds_kind_known', `kind IN ('feed', 'link')`)
@Index('autonomy_feeds_due', { synchronize: false })
export class FeedEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'autonomy_feeds_pk' })
  id!: string;

  @Column('text')
  url!: string;

  @Column('text')
  kind!: FeedKind;

  /** The operator's, else the feed's own. */
  @Column('text', { nullable: true })
  title!: string | null;

  /** Groups that it is for; none: for all. */
  @Column('uuid', { name: 'chat_ids', array: true, default: () => `'{}'` })
  chatIds!: string[];

  @Column('boolean', { default: true })
  enabled!: boolean;

  @Column('text', { nullable: true })
  etag!: string | null;

  @Column('text', { name: 'last_modified', nullable: true })
  lastModified!: string | null;

  /** When it last answered. */
  @Column('timestamptz', { name: 'fetched_at', nullable: true })
  fetchedAt!: Date | null;

  /** Null for a link. */
  @Column('timestamptz', { name: 'next_fetch_at', nullable: true })
  nextFetchAt!: Date | null;

  /** What was wrong the last time, and what to do about it. */
  @Column('text', { nullable: true })
  error!: string | null;

  /** In a row. */
  @Column('smallint', { default: 0 })
  failures!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
