import type { SafetyQuestion } from '../safety/guard/safety-question.js';
import type { ReplyScene } from './reply-scene.js';

/** A scene as the safety guard sees it. */
export function safetyQuestionOf(scene: ReplyScene, signal: AbortSignal): SafetyQuestion {
  const { character, contactId, chatId, address, earlier, asked } = scene;
  const sender = asked.at(-1)?.senderId ?? null;
  return {
    text: asked.map(({ text }) => text).join('\n'),
    recent: earlier
      .filter(({ author, senderId }) => author === 'contact' && senderId === sender)
      .map(({ text }) => text),
    character,
    contactId,
    chatId,
    messageIds: asked.map(({ id }) => id),
    phone: address,
    signal,
  };
}
