import { DEFAULT_AUTONOMY_SETTINGS, type AutonomySettings } from '../src/engine/autonomy-settings.js';
import type { Action } from '../src/engine/action.js';
import { decide } from '../src/engine/decide.js';
import type { Decision } from '../src/engine/decision.js';
import type { GroupEvent, MessageEvent } from '../src/engine/group-event.js';
import { GroupState } from '../src/engine/group-state.js';
import { track } from '../src/engine/track.js';
import type { MoodProfile } from '../src/moods/mood-profile.js';
import { MOODS, type MoodName } from '../src/moods/moods.js';

/** A Monday at noon, UTC. */
export const NOON = 1_767_614_400;
const MINUTE = 60;

/** A group whose story is told in a test, one thing after the other; `now` moves along. */
export class ToldGroup {
  readonly state = GroupState.empty();
  settings: AutonomySettings = DEFAULT_AUTONOMY_SETTINGS;
  now = NOON;

  /** So many messages at a steady pace, by three members in turn; the last one falls on `now`. */
  talk(messages: number, perMinute = 3, more: Partial<MessageEvent> = {}): this {
    for (let each = 0; each < messages; each += 1) {
      this.now += Math.round(MINUTE / perMinute);
      this.event({ kind: 'message', at: this.now, member: 1 + (each % 3), ...more });
    }
    return this;
  }

  message(more: Partial<MessageEvent> = {}): this {
    return this.event({ kind: 'message', at: this.now, member: 1, ...more });
  }

  own(action: Action | null = 'join_conversation'): this {
    return this.event({ kind: 'own', at: this.now, action });
  }

  event(event: GroupEvent): this {
    track(this.state, event, this.settings);
    return this;
  }

  minutes(minutes: number): this {
    this.now += minutes * MINUTE;
    return this;
  }

  with(settings: Partial<AutonomySettings>): this {
    this.settings = { ...this.settings, ...settings };
    return this;
  }

  decide(mood: MoodName | MoodProfile = 'neutral'): Decision {
    return decide(this.state, typeof mood === 'string' ? MOODS[mood] : mood, this.settings, this.now);
  }
}
