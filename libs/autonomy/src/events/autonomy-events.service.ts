import { Injectable } from '@nestjs/common';

import { Clock } from '#kernel';
import { Realtime } from '#realtime';

import type { Action } from '../engine/action.js';

/** A decision that was to be acted on, as far as sockets are told of it. */
export interface ActedDecision {
  readonly id: string;
  readonly chatId: string;
  readonly engine: string;
  readonly mood: string;
  readonly action: Action | null;
  /** How sure it was, 0-1. */
  readonly score: number;
}

export interface MoodOfGroup {
  readonly chatId: string;
  readonly mood: { readonly name: string };
  readonly moodUntil: Date | null;
  readonly moodFrozen: boolean;
}

export interface SettingsOfGroup {
  readonly chatId: string;
  readonly engine: string;
  readonly muted: boolean;
}

interface ActionNews {
  readonly id: string;
  readonly chat_id: string;
  readonly action: Action | null;
  readonly engine: string;
  readonly mood: string;
  readonly score: number;
  readonly at: string;
}

declare module '#realtime' {
  interface RealtimeEventMap {
    /** It speaks unasked: its words are in the outbox. */
    'autonomy:acted': { scope: 'autonomy:read'; payload: ActionNews };
    /** It was about to speak and did not, for this reason. */
    'autonomy:dropped': { scope: 'autonomy:read'; payload: ActionNews & { readonly reason: string } };
    /** The group asked for silence until then; null when it took that back. */
    'autonomy:silenced': {
      scope: 'autonomy:read';
      payload: { readonly chat_id: string; readonly until: string | null; readonly at: string };
    };
    'autonomy:mood': {
      scope: 'autonomy:read';
      payload: {
        readonly chat_id: string;
        readonly mood: string;
        readonly until: string | null;
        readonly frozen: boolean;
        readonly at: string;
      };
    };
    'autonomy:settings': {
      scope: 'autonomy:read';
      payload: { readonly chat_id: string; readonly engine: string; readonly muted: boolean; readonly at: string };
    };
  }
}

/** Tells sockets what it does in groups: ids, names and numbers, never a word. To be called after the commit. */
@Injectable()
export class AutonomyEvents {
  constructor(
    private readonly realtime: Realtime,
    private readonly clock: Clock,
  ) {}

  acted(decision: ActedDecision): void {
    this.realtime.publish({ event: 'autonomy:acted', scope: SCOPE, payload: this.newsOf(decision) });
  }

  dropped(decision: ActedDecision & { readonly reason: string | null }): void {
    const payload = { ...this.newsOf(decision), reason: decision.reason ?? '' };
    this.realtime.publish({ event: 'autonomy:dropped', scope: SCOPE, payload });
  }

  silenced(chatId: string, until: Date | null): void {
    const payload = { chat_id: chatId, until: until?.toISOString() ?? null, at: this.now() };
    this.realtime.publish({ event: 'autonomy:silenced', scope: SCOPE, payload });
  }

  mood({ chatId, mood, moodUntil, moodFrozen }: MoodOfGroup): void {
    const until = moodUntil?.toISOString() ?? null;
    const payload = { chat_id: chatId, mood: mood.name, until, frozen: moodFrozen, at: this.now() };
    this.realtime.publish({ event: 'autonomy:mood', scope: SCOPE, payload });
  }

  settings({ chatId, engine, muted }: SettingsOfGroup): void {
    const payload = { chat_id: chatId, engine, muted, at: this.now() };
    this.realtime.publish({ event: 'autonomy:settings', scope: SCOPE, payload });
  }

  private newsOf({ id, chatId, action, engine, mood, score }: ActedDecision): ActionNews {
    return { id, chat_id: chatId, action, engine, mood, score, at: this.now() };
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}

const SCOPE = 'autonomy:read';
