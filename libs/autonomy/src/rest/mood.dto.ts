import { ApiProperty } from '@nestjs/swagger';

import type { GroupView } from '../groups/group-view.js';
import type { MoodProfile } from '../moods/mood-profile.js';
import { MOOD_TRANSITIONS } from '../moods/mood-transitions.js';
import { MOODS, type MoodName } from '../moods/moods.js';
import type { AutonomyGroupEntity } from '../store/autonomy-group.entity.js';

export const MOOD_NAMES = Object.keys(MOODS) as MoodName[];

const SHARE = { type: Number, minimum: 0, maximum: 1 } as const;

export class MoodProfileDto {
  @ApiProperty({ enum: MOOD_NAMES })
  readonly name!: string;

  @ApiProperty({ ...SHARE, description: 'How soon a silence is broken.' })
  readonly energy!: number;

  @ApiProperty({ ...SHARE, description: 'How soon a talk is joined.' })
  readonly sociability!: number;

  @ApiProperty({ ...SHARE, description: 'How readily signals are acted on.' })
  readonly impulsiveness!: number;

  @ApiProperty({ description: 'Whether something from a feed is brought along when little is said.' })
  readonly shares!: boolean;
}

export class MoodOfGroupDto extends MoodProfileDto {
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null: it is frozen.' })
  readonly until!: string | null;

  @ApiProperty()
  readonly frozen!: boolean;

  @ApiProperty({ description: 'Whether its numbers were changed for this group.' })
  readonly edited!: boolean;
}

export class NextMoodDto {
  @ApiProperty({ enum: MOOD_NAMES })
  readonly mood!: string;

  @ApiProperty({ description: 'How likely it follows, beside the others; hour and weekday bend it.' })
  readonly weight!: number;
}

export class MoodDto extends MoodProfileDto {
  @ApiProperty({ type: [NextMoodDto] })
  readonly next!: readonly NextMoodDto[];
}

export class MoodsDto {
  @ApiProperty({ type: [MoodDto] })
  readonly moods!: readonly MoodDto[];
}

export function toMoodOfGroupDto(view: GroupView, stored: AutonomyGroupEntity | null): MoodOfGroupDto {
  const { mood, moodUntil, moodFrozen } = view;
  return {
    ...profileOf(mood),
    until: moodUntil?.toISOString() ?? null,
    frozen: moodFrozen,
    edited: stored !== null && Object.hasOwn(stored.moodProfiles, mood.name),
  };
}

/** All there are, with what each turns into most. */
export function toMoodsDto(): MoodsDto {
  return { moods: MOOD_NAMES.map((name) => ({ ...profileOf(MOODS[name]), next: nextOf(name) })) };
}

function nextOf(name: MoodName): NextMoodDto[] {
  const weights = Object.entries(MOOD_TRANSITIONS[name]);
  return weights.map(([mood, weight]) => ({ mood, weight })).sort((one, other) => other.weight - one.weight);
}

function profileOf({ name, energy, sociability, impulsiveness, shares }: MoodProfile): MoodProfileDto {
  return { name, energy, sociability, impulsiveness, shares };
}
