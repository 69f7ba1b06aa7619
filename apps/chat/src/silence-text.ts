import type { Silence, TurnView } from './read-silence.js';

/** Why there is no answer, and what to do about it. `phone` is the one that waits for it. */
export function silenceText({ message, turn, model }: Silence, phone: string): string {
  if (!message) return 'The secretary has not received it yet: GET /health says whether WhatsApp is up.';
  if (message.route === 'skipped') return skippedText(message.route_reason, phone);
  if (message.route !== 'turn' || !turn) return 'It waits for its turn.';
  switch (turn.state) {
    case 'silent':
      return silentText(turn.reason);
    case 'pending':
      return turn.attempts > 1 || (model !== null && model.status !== 'up')
        ? `The model has failed so far (${turn.attempts} tries) and is tried again: the log of npm start says why.`
        : 'The answer is still being made.';
    case 'answered':
      return outboxText(turn.outbox, phone);
  }
}

/** The reasons of `decideTurn`, and of messages that never had a turn. */
function skippedText(reason: string | null, phone: string): string {
  const change = `PATCH /api/conversations/chats/${phone}`;
  switch (reason ?? '') {
    case 'opted-out':
      return 'This phone wrote STOP: write START to be answered again.';
    case 'human-takeover':
      return `The owner wrote in this chat and has it for a while. To hand it back: ${change} {"taken_over_until":null}`;
    case 'paused':
      return `The chat is paused. To go on: ${change} {"reply_mode":"auto"}`;
    case 'not-on-allow-list':
      return `This phone is not on ALLOW_LIST. Put it there and start again, or: ${change} {"allowed":true}`;
    case 'loop-guard':
      return 'It answered too often within a minute (LOOP_GUARD_REPLIES_PER_MINUTE): wait one, then write again.';
    case 'stale':
      return 'The message came too late to be answered (STALE_AFTER_MINUTES).';
    default:
      return `The secretary lets it be (${reason ?? 'no reason given'}).`;
  }
}

/** What an agent gave a turn up for. */
function silentText(reason: string | null): string {
  switch (reason ?? '') {
    case 'llm.unauthorized':
      return 'The model refused the key, the account or its name: check ANTHROPIC_API_KEY, its credit and LLM_CHAT_MODEL, then start again.';
    case 'llm.bad-request':
      return 'The model did not take the request: check LLM_CHAT_MODEL and LLM_MAX_TOKENS, then start again.';
    case 'refused':
    case 'llm.refused':
      return 'The model declined to answer this.';
    case 'opted-out':
    case 'human-takeover':
    case 'paused':
    case 'nothing-left-to-answer':
      return `The secretary let it be (${reason}).`;
    default:
      return `The answer was given up (${reason ?? 'no reason given'}): the log of npm start says more.`;
  }
}

/** The first part of the answer that did not leave. */
function outboxText(parts: TurnView['outbox'], phone: string): string {
  const stuck = parts.find(({ state }) => state !== 'sent');
  if (!stuck) return 'The answer was sent and has not arrived yet.';
  const { id, state, reason } = stuck;
  switch (state) {
    case 'draft':
      return `The answer waits for your approval (draft mode). To send it: POST /api/conversations/outbox/${id}/approve`;
    case 'dropped':
      return reason === 'discarded' ? 'The answer was thrown away by hand.' : skippedText(reason, phone);
    case 'failed':
      return `The answer could not be sent (${reason ?? 'no reason given'}).`;
    case 'unknown':
      return 'It is not known whether the answer was sent, so it is not sent again.';
    default:
      if (reason === 'daily-cap') return 'The answer waits: today’s messages are used up (DAILY_CAP_PER_CHAT).';
      if (reason === 'paused') return skippedText(reason, phone);
      return reason === null ? 'The answer is about to be sent.' : `The answer waits to be sent (${reason}).`;
  }
}
