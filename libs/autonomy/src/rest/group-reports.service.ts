import { Injectable } from '@nestjs/common';

import { AutonomyConfig } from '#config';
import { Clock } from '#kernel';
import { WhatsAppConnector, type WhatsAppCapabilities } from '#whatsapp';

import type { AutonomySettings } from '../engine/autonomy-settings.js';
import type { EngineName } from '../groups/engine-name.js';
import { GroupPeeks } from '../groups/group-peeks.service.js';
import type { GroupView } from '../groups/group-view.js';
import { moodOf } from '../groups/mood-of.js';
import type { MoodName } from '../moods/moods.js';
import { reportOn, type GroupReport } from './group-report.js';
import { imaginedState, type ImaginedEvent } from './imagined-state.js';
import { ReportPlaces, type PlaceOfGroup } from './report-places.service.js';

const HOUR_SECONDS = 3_600;

/** A group as it is now, and what its engine says of it. */
export interface ReportedView {
  readonly view: GroupView;
  readonly stored: PlaceOfGroup['stored'];
  readonly report: GroupReport;
  /** Of groups that have none of their own. */
  readonly defaultEngine: EngineName;
  readonly capabilities: Pick<WhatsAppCapabilities, 'presence' | 'reactions'>;
}

/** What is to be taken for true, where it is not. */
export interface Simulation {
  readonly engine?: EngineName;
  readonly mood?: MoodName;
  readonly at?: Date;
  readonly settings?: Partial<AutonomySettings>;
  readonly events?: readonly ImaginedEvent[];
}

/** Says what an engine makes of a group. Writes nothing. */
@Injectable()
export class GroupReports {
  constructor(
    private readonly peeks: GroupPeeks,
    private readonly places: ReportPlaces,
    private readonly connector: WhatsAppConnector,
    private readonly config: AutonomyConfig,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `chat.not-found`, `autonomy.not-a-group` */
  async of(chatId: string): Promise<ReportedView> {
    const view = await this.peeks.peek(chatId);
    const place = await this.places.of(chatId);
    const report = reportOn(view, place, secondsOf(this.clock.now()));
    const { capabilities } = this.connector;
    return { view, stored: place.stored, report, defaultEngine: this.config.engine, capabilities };
  }

  /** What it would do in which mood, were all that so. @throws AppError `chat.not-found`, `autonomy.not-a-group` */
  async simulate(
    chatId: string,
    { engine, mood, at, settings, events = [] }: Simulation,
  ): Promise<{ readonly report: GroupReport; readonly mood: string }> {
    const view = await this.peeks.peek(chatId, engine);
    const place = await this.places.of(chatId);
    const then = secondsOf(at ?? this.clock.now());
    const imagined = {
      ...view,
      settings: { ...view.settings, ...settings },
      mood: mood === undefined ? view.mood : moodOf(mood, place.stored?.moodProfiles ?? {}),
    };
    const silenceSeconds = this.config.silenceHours * HOUR_SECONDS;
    const state = imaginedState(view.state, events, imagined.settings, { at: then, silenceSeconds });
    return { report: reportOn({ ...imagined, state }, place, then), mood: imagined.mood.name };
  }
}

function secondsOf(time: Date): number {
  return Math.floor(time.getTime() / 1_000);
}
