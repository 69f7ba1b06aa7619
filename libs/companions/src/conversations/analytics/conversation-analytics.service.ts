import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { ServerConfig } from '#config';
import { Clock } from '#kernel';

import { NSFW_LEVEL } from '../nsfw-level.js';
import { analyticsRange, type AskedDays } from './analytics-range.js';
import {
  COUNTS_SQL,
  DAYS_SQL,
  RESPONSES_SQL,
  TRAITS_SQL,
  VOLUME_SQL,
  type CountRow,
  type DayRow,
  type TimesRow,
  type TraitsRow,
  type VolumeRow,
} from './analytics.sql.js';
import type { ConversationFigures, Times } from './conversation-figures.js';

export interface FiguresOf {
  /** None: all of them. */
  readonly chatId?: string;
  /** Only of this person. None: of everybody. */
  readonly contactId?: string;
}

/** What went on in conversations. Of the messages that are not in an archive. */
@Injectable()
export class ConversationAnalytics {
  constructor(
    private readonly dataSource: DataSource,
    private readonly server: ServerConfig,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `conversation.bad-range` */
  async of({ chatId, contactId }: FiguresOf, asked: AskedDays): Promise<ConversationFigures> {
    const { from, until, firstDay, lastDay, zone } = analyticsRange(asked, this.server.timeZone, this.clock.now());
    const scope = [from, until, chatId ?? null, contactId ?? null];
    const [[volume], days, [responses], [traits], counts] = await Promise.all([
      this.dataSource.query<[VolumeRow]>(VOLUME_SQL, scope),
      this.dataSource.query<DayRow[]>(DAYS_SQL, [...scope, zone]),
      this.dataSource.query<[TimesRow]>(RESPONSES_SQL, scope),
      this.dataSource.query<[TraitsRow]>(TRAITS_SQL, [...scope, NSFW_LEVEL]),
      this.dataSource.query<CountRow[]>(COUNTS_SQL, scope),
    ]);
    const total = volume.byUser + volume.byCharacter;
    return {
      ...{ from: firstDay, to: lastDay, zone, conversations: volume.conversations },
      messages: { total, user: volume.byUser, character: volume.byCharacter },
      messagesPerConversation: volume.conversations === 0 ? 0 : total / volume.conversations,
      responseTime: timesOf(responses),
      generationTime: timesOf(traits),
      tokens: traits.tokens,
      nsfwMessages: traits.nsfw,
      models: countsOf(counts, 'model'),
      moods: countsOf(counts, 'mood'),
      days,
    };
  }
}

function timesOf({ answers, average, p95 }: TimesRow): Times {
  return { answers, averageMs: rounded(average), p95Ms: rounded(p95) };
}

function rounded(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms);
}

function countsOf(counts: readonly CountRow[], kind: CountRow['kind']): Record<string, number> {
  return Object.fromEntries(counts.filter((row) => row.kind === kind).map(({ value, messages }) => [value, messages]));
}
