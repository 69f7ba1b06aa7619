import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsTimeZone, Matches, MaxLength } from 'class-validator';

import { STAGES, type Stage } from '#memory';
import { CONSENT_LANGUAGES } from '#messaging';

import type { ZoneSource } from '../people/known-person.js';
import { FREQUENCIES, type Frequency } from '../planning/frequency.js';
import { MOST_TOPICS } from '../preferences/avoided-topics.service.js';
import type { ContactPreferences, PreferencesPatch } from '../preferences/contact-preferences.js';
import { minutesOf, timeOfDay } from '../preferences/time-of-day.js';
import { quietHoursInvalid } from './approval.errors.js';
import type { ContactStanding } from './contact-standings.service.js';
import { ReasonDto } from './engagement.dto.js';

const TIME = { type: String, example: '22:00', nullable: true, description: 'Of the clock where they are.' } as const;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const LONGEST_TOPIC = 200;
const TEXT = { type: String, nullable: true } as const;
const MOMENT = { type: String, format: 'date-time', nullable: true } as const;
const ZONE = { ...TEXT, example: 'Europe/Madrid' } as const;

/** What is left out stays; null goes back to the default. */
export class ChangePreferencesDto {
  @ApiPropertyOptional({ enum: FREQUENCIES, nullable: true, type: String })
  @IsOptional()
  @IsIn(FREQUENCIES)
  readonly frequency?: Frequency | null;

  @ApiPropertyOptional(TIME)
  @IsOptional()
  @Matches(CLOCK, { message: 'quiet_from must be a time such as 22:00' })
  readonly quiet_from?: string | null;

  @ApiPropertyOptional(TIME)
  @IsOptional()
  @Matches(CLOCK, { message: 'quiet_until must be a time such as 09:00' })
  readonly quiet_until?: string | null;

  @ApiPropertyOptional({ ...ZONE, description: 'An IANA name.' })
  @IsOptional()
  @IsTimeZone()
  @Matches(/^[A-Za-z]/, { message: 'zone must be a name such as Europe/Madrid' })
  readonly zone?: string | null;

  @ApiPropertyOptional({ enum: CONSENT_LANGUAGES, nullable: true, type: String })
  @IsOptional()
  @IsIn(CONSENT_LANGUAGES)
  readonly language?: string | null;

  @ApiPropertyOptional({ type: [String], nullable: true, description: 'All of them; none are kept beside these.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_TOPICS)
  @IsString({ each: true })
  @MaxLength(LONGEST_TOPIC, { each: true })
  @Matches(/^(?=.*\S)[^\p{Cc}\p{Cs}]+$/u, {
    each: true,
    message: 'topics_to_avoid must be words without control characters',
  })
  readonly topics_to_avoid?: string[] | null;
}

export class PreferencesDto {
  @ApiProperty({ enum: FREQUENCIES, nullable: true, type: String })
  readonly frequency!: Frequency | null;

  @ApiProperty(TIME)
  readonly quiet_from!: string | null;

  @ApiProperty(TIME)
  readonly quiet_until!: string | null;

  @ApiProperty(ZONE)
  readonly zone!: string | null;

  @ApiProperty({ enum: CONSENT_LANGUAGES, nullable: true, type: String })
  readonly language!: string | null;

  @ApiProperty({ type: [String] })
  readonly topics_to_avoid!: readonly string[];

  @ApiProperty(MOMENT)
  readonly changed_at!: string | null;

  @ApiProperty({ ...TEXT, description: 'Id of an API key, `admin`, or `chat` when they said it themselves.' })
  readonly changed_by!: string | null;
}

export class StandingDto {
  @ApiProperty({ enum: STAGES })
  readonly stage!: Stage;

  @ApiProperty({ description: '0-100, as absence has left it.' })
  readonly level!: number;

  @ApiProperty()
  readonly trust!: number;

  @ApiProperty()
  readonly intimacy!: number;

  @ApiProperty(MOMENT)
  readonly last_heard_at!: string | null;

  @ApiProperty(MOMENT)
  readonly last_engaged_at!: string | null;

  @ApiProperty({ description: 'Outreaches in a row that they have not answered.' })
  readonly unanswered!: number;

  @ApiProperty({ type: [String], description: 'Where they are or may be.' })
  readonly zones!: readonly string[];

  @ApiProperty({ enum: ['operator', 'chat', 'number', 'setting'], description: 'Who says so.' })
  readonly zones_from!: ZoneSource;

  @ApiProperty({
    type: [Number],
    description: 'At which hours of their day they answered what was written to them first, 24 counts.',
  })
  readonly hours!: readonly number[];
}

export class ContactEngagementDto {
  @ApiProperty({ format: 'uuid' })
  readonly contact_id!: string;

  @ApiProperty()
  readonly preferences!: PreferencesDto;

  @ApiProperty({ type: StandingDto, nullable: true, description: 'Null: there has never been a chat with them.' })
  readonly standing!: StandingDto | null;

  @ApiProperty({ description: 'Whether the planner would plan something for them now.' })
  readonly eligible!: boolean;

  @ApiProperty({ type: [ReasonDto], description: 'Why, or why not.' })
  readonly reasons!: readonly ReasonDto[];

  @ApiProperty({ ...MOMENT, description: 'Null: not before they write.' })
  readonly next_look_at!: string | null;

  @ApiProperty(MOMENT)
  readonly looked_at!: string | null;
}

/** @throws AppError `engagement.quiet-hours-invalid` */
export function preferencesPatch(change: ChangePreferencesDto): PreferencesPatch {
  const { frequency, quiet_from: from, quiet_until: until, zone, language, topics_to_avoid: topicsToAvoid } = change;
  if ((typeof from === 'string') !== (typeof until === 'string') || (from === undefined) !== (until === undefined)) {
    throw quietHoursInvalid();
  }
  const quietHours = typeof from === 'string' && typeof until === 'string' ? hoursOf(from, until) : null;
  return {
    ...(frequency !== undefined && { frequency }),
    ...(from !== undefined && { quietHours }),
    ...(zone !== undefined && { zone }),
    ...(language !== undefined && { language }),
    ...(topicsToAvoid !== undefined && { topicsToAvoid }),
  };
}

export function toPreferencesDto(preferences: ContactPreferences): PreferencesDto {
  const { frequency, quietHours, zone, language, topicsToAvoid, changedAt, changedBy } = preferences;
  return {
    ...{ frequency, zone, language, topics_to_avoid: topicsToAvoid },
    quiet_from: quietHours && timeOfDay(quietHours.from),
    quiet_until: quietHours && timeOfDay(quietHours.until),
    ...{ changed_at: changedAt?.toISOString() ?? null, changed_by: changedBy },
  };
}

export function toContactEngagementDto(found: ContactStanding): ContactEngagementDto {
  const { contactId, preferences, person, look, nextLookAt, lookedAt } = found;
  return {
    contact_id: contactId,
    preferences: toPreferencesDto(preferences),
    standing: person && standingOf(person),
    eligible: Boolean(look?.plan),
    reasons: look?.reasons ?? [{ code: 'no-chat' }],
    ...{ next_look_at: nextLookAt?.toISOString() ?? null, looked_at: lookedAt?.toISOString() ?? null },
  };
}

function standingOf(person: NonNullable<ContactStanding['person']>): StandingDto {
  const { stage, level, trust, intimacy, lastHeardAt, lastEngagedAt, unanswered, zones, zonesFrom, hours } = person;
  return {
    ...{ stage, level, trust, intimacy, unanswered, zones, zones_from: zonesFrom, hours },
    last_heard_at: lastHeardAt?.toISOString() ?? null,
    last_engaged_at: lastEngagedAt?.toISOString() ?? null,
  };
}

function hoursOf(from: string, until: string): NonNullable<PreferencesPatch['quietHours']> {
  return { from: minutesOf(from), until: minutesOf(until) };
}
