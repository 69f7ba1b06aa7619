import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What there is to share in groups, what was shared where, and when groups that agreed to tell are lively on average. */
export class AutonomyFeeds1764000000762 implements MigrationInterface {
  readonly name = 'AutonomyFeeds1764000000762';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE autonomy_feeds (
        id uuid NOT NULL CONSTRAINT autonomy_feeds_pk PRIMARY KEY,
        url text NOT NULL CONSTRAINT autonomy_feeds_url UNIQUE,
        kind text NOT NULL CONSTRAINT autonomy_feeds_kind_known CHECK (kind IN ('feed', 'link')),
        title text,
        chat_ids uuid[] NOT NULL DEFAULT '{}',
        enabled boolean NOT NULL DEFAULT true,
        etag text,
        last_modified text,
        fetched_at timestamptz,
        next_fetch_at timestamptz,
        error text,
        failures smallint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX autonomy_feeds_due ON autonomy_feeds (next_fetch_at) WHERE enabled;

      CREATE TABLE autonomy_feed_items (
        id uuid NOT NULL CONSTRAINT autonomy_feed_items_pk PRIMARY KEY,
        feed_id uuid NOT NULL CONSTRAINT autonomy_feed_items_feed_fk REFERENCES autonomy_feeds (id) ON DELETE CASCADE,
        key text NOT NULL,
        title text NOT NULL,
        url text NOT NULL,
        summary text,
        published_at timestamptz,
        found_at timestamptz NOT NULL,
        CONSTRAINT autonomy_feed_items_key UNIQUE (feed_id, key)
      );

      CREATE TABLE autonomy_shared_items (
        chat_id uuid NOT NULL CONSTRAINT autonomy_shared_items_group_fk
          REFERENCES autonomy_groups (chat_id) ON DELETE CASCADE,
        item_id uuid NOT NULL CONSTRAINT autonomy_shared_items_item_fk
          REFERENCES autonomy_feed_items (id) ON DELETE CASCADE,
        shared_at timestamptz NOT NULL,
        CONSTRAINT autonomy_shared_items_pk PRIMARY KEY (chat_id, item_id)
      );
      CREATE INDEX autonomy_shared_items_item ON autonomy_shared_items (item_id);

      CREATE TABLE autonomy_shared_pattern (
        id smallint NOT NULL CONSTRAINT autonomy_shared_pattern_pk PRIMARY KEY
          CONSTRAINT autonomy_shared_pattern_single CHECK (id = 1),
        hours real[] NOT NULL,
        weekdays real[] NOT NULL,
        groups integer NOT NULL,
        made_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE autonomy_shared_pattern, autonomy_shared_items, autonomy_feed_items, autonomy_feeds',
    );
  }
}
