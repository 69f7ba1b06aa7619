import type { Action } from './action.js';
import type { Needs } from './needs.js';
import type { Signals } from './signals.js';
import { COUNTS_AS } from './thresholds.js';
import type { Weighing } from './weighing.js';

/** Three times the pause between messages of the document's active conversation: after that the room may just have emptied. */
const ALIVE_SECONDS = 60;
/** What somebody began longer ago is not worth a word any more. */
const FRESH_SECONDS = 600;
/** Three messages in five minutes make a conversation that goes on. */
const FOMO_MOMENTUM = 3;
/** "Fewer than 10 messages/hour", "fewer than 5 messages in the last hour". */
const SHARE_MOST = 9;
const SILENCE_MOST = 4;
/** Below a quarter of its usual activity a group is asleep. */
const AWAKE = 0.25;

/** Weighs one action by the document's trigger for it. */
export function weighTrigger(action: Action, weighing: Weighing, signals: Signals, needs: Needs): void {
  weighing.begin(action);
  switch (action) {
    case 'engage_user':
      return engageUser(weighing, signals, needs);
    case 'join_conversation':
      return joinConversation(weighing, signals, needs);
    case 'fomo_response':
      return fomoResponse(weighing, signals, needs);
    case 'share_content':
      return shareContent(weighing, signals, needs);
    case 'break_silence':
      return breakSilence(weighing, signals, needs);
  }
}

/** Somebody began something, and the mood is sociable. Who came in is greeted only where somebody talks. */
function engageUser(weighing: Weighing, signals: Signals, needs: Needs): void {
  if (!weighing.mood('sociability', needs.mood.sociability, COUNTS_AS.sociable)) return;
  weighing.atMost('activity', signals.sinceActivity, FRESH_SECONDS);
  weighing.atLeast('pause', signals.sinceOwn, needs.engagePause, 'with-time');
  if (signals.activityIsJoin) weighing.atMost('company', signals.quiet, ALIVE_SECONDS);
}

/** The talk has momentum, it has not spoken for a while, and the mood is impulsive. */
function joinConversation(weighing: Weighing, signals: Signals, needs: Needs): void {
  if (!weighing.mood('impulsiveness', needs.mood.impulsiveness, COUNTS_AS.impulsive)) return;
  weighing.atLeast('messages-since', signals.messagesSinceOwn, needs.joinMessages);
  weighing.atLeast('momentum', signals.momentum, needs.joinMomentum);
  weighing.atLeast('pause', signals.sinceOwn, needs.joinPause, 'with-time');
  weighConversation(weighing, signals);
}

/** Much was said without it, and they are still talking. */
function fomoResponse(weighing: Weighing, signals: Signals, needs: Needs): void {
  weighing.atLeast('messages-since', signals.messagesSinceOwn, needs.fomoMessages);
  weighing.atLeast('momentum', signals.momentum, FOMO_MOMENTUM);
  weighing.atLeast('pause', signals.sinceOwn, needs.fomoPause, 'with-time');
  weighConversation(weighing, signals);
}

/** Little is said, but somebody is there, and the mood has something to show. */
function shareContent(weighing: Weighing, signals: Signals, needs: Needs): void {
  if (!weighing.mood('shares', needs.mood.shares ? 1 : 0, 1)) return;
  weighing.atMost('few-in-hour', signals.messagesInHour, SHARE_MOST, 'next-minute');
  weighing.atLeast('some-in-hour', signals.messagesInHour, 1);
  weighing.atLeast('pause', signals.sinceOwn, needs.sharePause, 'with-time');
  weighing.atLeast('usual-hour', signals.usual, AWAKE, 'next-hour');
}

/** Nobody has said anything for long, at an hour when they do; but once only, until somebody says something. */
function breakSilence(weighing: Weighing, signals: Signals, needs: Needs): void {
  if (!weighing.mood('energy', needs.mood.energy, COUNTS_AS.energetic)) return;
  weighing.atMost('few-in-hour', signals.messagesInHour, SILENCE_MOST, 'next-minute');
  weighing.atLeast('quiet', signals.quiet, needs.quiet, 'with-time');
  weighing.atLeast('pause', signals.sinceOwn, needs.quiet, 'with-time');
  weighing.atLeast('answered-since', signals.messagesSinceOwn, 1);
  weighing.atLeast('usual-hour', signals.usual, AWAKE, 'next-hour');
}

/** A conversation takes two, and goes on now: nobody speaks into a room that has just emptied. */
function weighConversation(weighing: Weighing, signals: Signals): void {
  weighing.atLeast('speakers', signals.speakers, 2);
  weighing.atMost('alive', signals.quiet, ALIVE_SECONDS);
}
