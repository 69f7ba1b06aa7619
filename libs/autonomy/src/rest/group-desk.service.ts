import { Injectable } from '@nestjs/common';

import { Clock } from '#kernel';
import { People } from '#messaging';

import type { GroupChange } from '../settings/group-change.js';
import { GroupSettings } from '../settings/group-settings.service.js';
import { groupChangeOf, type ChangeGroupDto } from './change-group.dto.js';
import { toSimulatedDto, type SimulatedDto } from './decision.dto.js';
import { toGroupDto, type GroupDto } from './group.dto.js';
import { GroupReports } from './group-reports.service.js';
import { nothingToChange } from './rest.errors.js';
import { moodChangeOf, type SetMoodDto } from './set-mood.dto.js';
import { simulationOf, type SimulateDto } from './simulate.dto.js';

/** What an operator sees and does of one group, by the id of its chat. */
@Injectable()
export class GroupDesk {
  constructor(
    private readonly reports: GroupReports,
    private readonly settings: GroupSettings,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `autonomy.not-a-group` */
  async show(chatId: string): Promise<GroupDto> {
    return toGroupDto(await this.reports.of(chatId));
  }

  /** @throws AppError `person.not-found`, `autonomy.nothing-to-change`, `autonomy.time-invalid` */
  async change(chatId: string, dto: ChangeGroupDto, principal: string): Promise<GroupDto> {
    const bots = dto.bots && (await Promise.all(dto.bots.map((bot) => this.people.find(bot))));
    const change = groupChangeOf(dto, bots && [...new Set(bots)], this.clock.now());
    return this.changed(
      chatId,
      change,
      'one of engine, muted, the caps, zone, interests, bots or quiet_until',
      principal,
    );
  }

  /** @throws AppError `autonomy.nothing-to-change`, `autonomy.time-invalid`, `autonomy.mood-frozen` */
  setMood(chatId: string, dto: SetMoodDto, principal: string): Promise<GroupDto> {
    return this.changed(chatId, moodChangeOf(dto, this.clock.now()), 'mood, frozen, until or profile', principal);
  }

  /** @throws AppError `autonomy.time-invalid` */
  async simulate(chatId: string, dto: SimulateDto): Promise<SimulatedDto> {
    const { report, mood } = await this.reports.simulate(chatId, simulationOf(dto, this.clock.now()));
    return toSimulatedDto(report, mood);
  }

  private async changed(chatId: string, change: GroupChange, fields: string, principal: string): Promise<GroupDto> {
    if (Object.values(change).every((value) => value === undefined)) throw nothingToChange(fields);
    await this.settings.change(chatId, change, principal);
    return this.show(chatId);
  }
}
