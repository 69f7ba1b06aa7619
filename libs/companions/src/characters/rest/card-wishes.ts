import type { CardWishes } from '../cards/sheet-from-card.js';
import { wrongField } from '../characters.errors.js';
import { SLUG } from './character.dto.js';

const KNOWN = new Set(['age', 'gender', 'maturity', 'slug']);

/** What the fields of an upload say beside the card. @throws AppError `request.invalid` */
export function readCardWishes(fields: ReadonlyMap<string, string>): CardWishes & { readonly slug?: string } {
  for (const name of fields.keys())
    if (!KNOWN.has(name)) throw wrongField('fields', 'takes age, gender, maturity, slug');
  const [age, gender, maturity, slug] = ['age', 'gender', 'maturity', 'slug'].map((name) => fields.get(name));
  if (age !== undefined && !/^\d{1,6}$/.test(age)) throw wrongField('age', 'must be a whole number, 18 or more');
  if (maturity !== undefined && maturity !== 'general' && maturity !== 'mature') {
    throw wrongField('maturity', 'must be general or mature');
  }
  if (slug !== undefined && !SLUG.test(slug))
    throw wrongField('slug', 'must be small letters and digits, with hyphens');
  return {
    ...(age !== undefined && { age: Number(age) }),
    ...(gender !== undefined && { gender }),
    ...(maturity !== undefined && { maturity }),
    ...(slug !== undefined && { slug }),
  };
}
