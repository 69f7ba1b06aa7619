import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AutonomyConfig } from '#config';

import { FeedShelf } from '../feeds/feed-shelf.service.js';
import { MemberIds } from '../observing/member-ids.service.js';
import { AutonomyGroupEntity } from '../store/autonomy-group.entity.js';
import type { ReportPlace } from './group-report.js';

/** What a report on a group needs besides its view. */
export interface PlaceOfGroup extends ReportPlace {
  /** Null: nobody has looked at it or changed anything yet. */
  readonly stored: AutonomyGroupEntity | null;
}

@Injectable()
export class ReportPlaces {
  constructor(
    private readonly dataSource: DataSource,
    private readonly shelf: FeedShelf,
    private readonly ids: MemberIds,
    private readonly config: AutonomyConfig,
  ) {}

  async of(chatId: string): Promise<PlaceOfGroup> {
    const { manager } = this.dataSource;
    return {
      seed: this.ids.seedOf(chatId),
      hasContent: await this.shelf.has(manager, chatId),
      quietHours: this.config.quietHours,
      stored: await manager.findOneBy(AutonomyGroupEntity, { chatId }),
    };
  }
}
