import { Injectable } from '@nestjs/common';

import type { Character } from './character.js';
import { AnsweringRuleBook, type AnsweringRules } from './rules/answering-rule-book.service.js';
import { ChatChoices } from './rules/chat-choices.service.js';
import { ChatFactsReader, type AnsweredChat } from './rules/chat-facts.service.js';
import { chooseCharacter } from './rules/choose-character.js';
import { withNames } from './sheet/fill-names.js';
import { CharacterReader } from './store/character-reader.service.js';
import { CharactersRevision } from './store/characters-revision.service.js';

/** What this process knows, as of one revision. */
interface Known {
  readonly changes: string;
  readonly rules: Promise<AnsweringRules>;
  readonly characters: Map<string, Promise<Character>>;
}

/** Who answers whom. A change is seen within 3 s by every process, and at once by the one that made it. */
@Injectable()
export class Characters {
  private known?: Known;

  constructor(
    private readonly reader: CharacterReader,
    private readonly rules: AnsweringRuleBook,
    private readonly choices: ChatChoices,
    private readonly facts: ChatFactsReader,
    private readonly revision: CharactersRevision,
  ) {}

  /**
   * The character that answers in this chat: the one chosen for it, else the one that the conversation began with, else by the rules. Its texts
   * hold its name in place of `{{char}}`, and "the person" in place of `{{user}}`.
   */
  async answering({ chat }: { readonly chat: AnsweredChat }): Promise<Character> {
    const known = await this.look();
    const { rules, defaultCharacterId, revision } = await known.rules;
    const standing = await this.choices.standing(chat.id, revision);
    if (standing) {
      const character = await this.get(known, standing.characterId);
      if (character.status === 'active') {
        await this.choices.used(chat.id, standing);
        return character;
      }
      await this.choices.release(chat.id);
    }
    const id = chooseCharacter(rules, await this.facts.of(chat), defaultCharacterId);
    await this.choices.choose(chat.id, id, revision);
    return this.get(known, id);
  }

  /** By id, whatever its status, as `answering` gives it. @throws AppError `character.not-found` */
  async byId(id: string): Promise<Character> {
    return this.get(await this.look(), id);
  }

  /** From now on this character answers in the chat, whatever the rules say; null: the rules hold again. @throws AppError `character.not-found` */
  async assign(chatId: string, characterId: string | null): Promise<void> {
    if (characterId === null) await this.choices.release(chatId);
    else await this.choices.choose(chatId, (await this.reader.find(characterId)).id, null);
  }

  private async look(): Promise<Known> {
    const changes = await this.revision.current();
    if (this.known?.changes === changes) return this.known;
    const known: Known = { changes, rules: this.rules.read(), characters: new Map() };
    known.rules.catch(() => this.forget(known));
    this.known = known;
    return known;
  }

  private get(known: Known, id: string): Promise<Character> {
    const kept = known.characters.get(id);
    if (kept) return kept;
    const read = this.reader.find(id).then((character) => withNames(character));
    known.characters.set(id, read);
    read.catch(() => known.characters.delete(id));
    return read;
  }

  private forget(known: Known): void {
    if (this.known === known) this.known = undefined;
  }
}
