import { Injectable } from '@nestjs/common';

import { classify } from '#companions';
import { AutonomyConfig } from '#config';

import { chooseLine } from './choose-line.js';
import { groupPrompt } from './group-prompt.js';
import type { GroupScene } from './group-scene.js';
import { GroupScenes } from './group-scenes.service.js';
import { GroupWriter } from './group-writer.service.js';
import type { VoiceAnswer, VoiceRequest } from './voice-request.js';

/** Of our own last words: the same is not said again. */
const OWN_WORDS = 5;

/** Finds the words for what was decided to be said in a group. */
@Injectable()
export class GroupVoice {
  constructor(
    private readonly scenes: GroupScenes,
    private readonly writer: GroupWriter,
    private readonly config: AutonomyConfig,
  ) {}

  /** Writes nothing and locks nothing. Throws what the database throws, and when `signal` is aborted. */
  async write(request: VoiceRequest, signal: AbortSignal): Promise<VoiceAnswer> {
    signal.throwIfAborted();
    const scene = await this.scenes.of(request);
    if (speaksOfDanger(scene)) return { kind: 'nothing', reason: 'danger' };
    if (request.action === 'share_content' && scene.item === null)
      return { kind: 'nothing', reason: 'nothing-to-share' };
    const written = await this.writtenFor(scene, request, signal);
    const words = written ?? chooseLine(scene, request.action, request.decisionId);
    if (words === null) return { kind: 'nothing', reason: 'no-words' };
    return {
      kind: 'say',
      text: scene.item ? `${words}\n${scene.item.url}` : words,
      source: written === null ? 'line' : 'model',
      characterId: scene.character.id,
      itemId: scene.item?.id ?? null,
    };
  }

  private writtenFor(scene: GroupScene, { action, mood }: VoiceRequest, signal: AbortSignal): Promise<string | null> {
    const { maxMessageLength: maxLength } = this.config;
    const textsOf = (ours: boolean) => scene.talk.filter((line) => line.ours === ours).map(({ text }) => text);
    return this.writer.write(
      { ...groupPrompt(scene, action, mood, maxLength), signal },
      { language: scene.language, ours: textsOf(true).slice(-OWN_WORDS), theirs: textsOf(false), maxLength },
    );
  }
}

/** Where somebody is in danger nobody chats over it: whoever turns to us is answered, and the others are left alone. */
function speaksOfDanger({ talk }: GroupScene): boolean {
  return talk.some(({ ours, text }) => !ours && classify(text).dangers.length > 0);
}
