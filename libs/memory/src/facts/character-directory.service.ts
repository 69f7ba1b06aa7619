import { Injectable } from '@nestjs/common';

import { DEFAULT_CHARACTER_ID } from '../default-character-id.js';

/** Whoever keeps characters: the id of the one that is called so, by id or otherwise. */
export type CharacterSource = (name: string) => Promise<string | undefined>;

/** Whether a person may know of a character that has nothing to do with them yet. */
export type CharacterOpening = (characterId: string, contactId: string) => Promise<boolean>;

/** Tells which characters there are. Until a source is attached there is only the default one, which is also called `default`. */
@Injectable()
export class CharacterDirectory {
  private readonly sources: CharacterSource[] = [];
  private opening: CharacterOpening = () => Promise.resolve(true);

  /** For a module, while it is being initialised. */
  attach(source: CharacterSource): void {
    this.sources.push(source);
  }

  /** As `attach`. */
  attachOpening(opening: CharacterOpening): void {
    this.opening = opening;
  }

  isOpenTo(characterId: string, contactId: string): Promise<boolean> {
    return this.opening(characterId, contactId);
  }

  /** The character's id; undefined when there is no such one. */
  async find(id: string): Promise<string | undefined> {
    const wanted = id.toLowerCase();
    if (wanted === 'default' || wanted === DEFAULT_CHARACTER_ID) return DEFAULT_CHARACTER_ID;
    for (const source of this.sources) {
      const found = await source(wanted);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
