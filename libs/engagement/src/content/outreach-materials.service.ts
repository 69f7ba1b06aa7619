import { Injectable } from '@nestjs/common';

import { Characters } from '#companions';
import type { WordedMemory } from '#memory';

import { birthdayIn } from '../planning/birthday.js';
import type { EngagementPolicy } from '../planning/engagement-policy.js';
import { localTime } from '../planning/local-time.js';
import type { Addressee } from './addressee.service.js';
import { ContactLanguage } from './contact-language.service.js';
import type { ContentRequest } from './content-request.js';
import { EarlierOutreaches } from './earlier-outreaches.service.js';
import type { OutreachMaterial, OutreachMoment } from './outreach-material.js';
import { SayableMemoryReader } from './sayable-memories.service.js';

const DAY_MS = 86_400_000;
/** What somebody felt is spoken to for so long. */
const FELT_FOR_MS = 2 * DAY_MS;
/** Outreaches that a new one is compared with. */
const COMPARED = 10;

/** Reads what an outreach is made of. */
@Injectable()
export class OutreachMaterials {
  constructor(
    private readonly characters: Characters,
    private readonly language: ContactLanguage,
    private readonly memories: SayableMemoryReader,
    private readonly outreaches: EarlierOutreaches,
  ) {}

  /** `compared`: what was written to them first before is needed, too. */
  async of(
    request: ContentRequest,
    addressee: Addressee,
    policy: EngagementPolicy,
    compared: boolean,
  ): Promise<OutreachMaterial> {
    const { contactId, characterId, type, chatId, variants, dueAt } = request;
    const { name, feeling, zones, avoided } = addressee;
    const [character, memories] = await Promise.all([
      this.characters.byId(characterId),
      this.memories.of(request, avoided, policy),
    ]);
    return {
      ...{ contactId, type, character, name, memories, avoided, feeling: recent(feeling, dueAt) },
      language: await this.language.as(addressee.language, chatId, character.languages),
      moment: momentOf(request, memories, zones[0] ?? policy.timeZone),
      earlier: compared && addressee.wordings.length > 0 ? await this.outreaches.of(contactId, COMPARED) : [],
      tone: variants?.tone ?? null,
    };
  }
}

function recent(feeling: Addressee['feeling'], at: Date): Addressee['feeling'] {
  return feeling && at.getTime() - feeling.at.getTime() <= FELT_FOR_MS ? feeling : null;
}

/** Null when there is none, or its memory is not to be spoken of any more. */
function momentOf(
  { moment, dueAt }: ContentRequest,
  memories: readonly WordedMemory[],
  zone: string,
): OutreachMoment | null {
  const [id, day = ''] = moment?.split(':') ?? [];
  const memory = memories.find((each) => each.id === id);
  if (!memory) return null;
  const past = localTime(zone, dueAt).day > Date.parse(day) / DAY_MS;
  const isPlan = memory.category === 'plan' || memory.category === 'event';
  return { kind: !isPlan && birthdayIn(memory.text) ? 'birthday' : 'event', memory, past };
}
