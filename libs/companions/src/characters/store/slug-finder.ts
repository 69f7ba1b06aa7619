import type { EntityManager } from 'typeorm';

import { isId } from '#kernel';

import { slugReserved, slugTaken } from '../characters.errors.js';
import { CharacterEntity } from './character.entity.js';

const LONGEST = 50;
/** What stands in the same place of an address. */
const RESERVED: ReadonlySet<string> = new Set(['default', 'import', 'rules', 'shipped', 'preview', 'export']);

/** Finds a slug that nobody has, inside the transaction that takes it. */
export class SlugFinder {
  constructor(private readonly manager: EntityManager) {}

  /** @throws AppError `character.slug-taken`, `character.slug-reserved` for one that was asked for */
  async free(asked: string | undefined, name: string): Promise<string> {
    if (asked !== undefined) {
      if (RESERVED.has(asked) || isId(asked)) throw slugReserved();
      if (await this.isTaken(asked)) throw slugTaken();
      return asked;
    }
    const base = slugOf(name);
    for (let number = 1; ; number++) {
      const slug = number === 1 ? base : `${base}-${number}`;
      if (!RESERVED.has(slug) && !(await this.isTaken(slug))) return slug;
    }
  }

  private isTaken(slug: string): Promise<boolean> {
    return this.manager.existsBy(CharacterEntity, { slug });
  }
}

function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return slug === '' || isId(slug) ? 'character' : slug;
}
