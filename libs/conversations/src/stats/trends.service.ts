import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { LocalDays } from './local-days.js';
import type { ResponseTimesDto, TrendDayDto, TrendsDto } from './trends.dto.js';
import {
  ARCHIVED_SQL,
  LABELS_SQL,
  RESPONSES_SQL,
  VOLUME_SQL,
  type LabelRow,
  type ResponseRow,
  type VolumeRow,
} from './trends.sql.js';

const NO_QUESTIONS: ResponseTimesDto = { asked: 0, answered: 0, median_seconds: null, p90_seconds: null };

/** What happened day by day, in the days of one zone. Of the messages that are not archived. */
@Injectable()
export class TrendsService {
  constructor(private readonly dataSource: DataSource) {}

  async read(days: LocalDays): Promise<TrendsDto> {
    const [volumes, labels, responses, [archived]] = await Promise.all([
      this.dataSource.query<VolumeRow[]>(VOLUME_SQL, [days.bounds]),
      this.dataSource.query<LabelRow[]>(LABELS_SQL, [days.bounds]),
      this.dataSource.query<ResponseRow[]>(RESPONSES_SQL, [days.bounds]),
      this.dataSource.query<[{ messages: number }]>(ARCHIVED_SQL, [days.bounds]),
    ]);
    return {
      zone: days.zone,
      from: days.dates[0] ?? '',
      to: days.dates.at(-1) ?? '',
      archived_messages: archived.messages,
      days: days.dates.map((date, index): TrendDayDto => {
        const ofDay = <T extends { readonly day: number }>({ day }: T): boolean => day === index + 1;
        const volume = volumes.find(ofDay);
        return {
          date,
          inbound: volume?.inbound ?? 0,
          outbound: volume?.outbound ?? 0,
          sentiment: countsOf(labels.filter(ofDay), 'sentiment'),
          categories: countsOf(labels.filter(ofDay), 'category'),
          response_times: responseTimesOf(responses.find(ofDay)),
        };
      }),
    };
  }
}

function countsOf(labels: readonly LabelRow[], facet: LabelRow['facet']): Record<string, number> {
  const ours = labels.filter((label) => label.facet === facet).sort((a, b) => (a.value < b.value ? -1 : 1));
  return Object.fromEntries(ours.map(({ value, messages }) => [value, messages]));
}

function responseTimesOf(row: ResponseRow | undefined): ResponseTimesDto {
  if (!row) return NO_QUESTIONS;
  const { asked, answered, median, p90 } = row;
  return { asked, answered, median_seconds: median, p90_seconds: p90 };
}
