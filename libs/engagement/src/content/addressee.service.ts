import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';
import type { EmotionLabel } from '#memory';

import { whereabouts } from '../people/whereabouts.js';
import { AvoidedTopics } from '../preferences/avoided-topics.service.js';

/** Whom an outreach is for, as its words need to know them. */
export interface Addressee {
  readonly name: string | null;
  /** As it is set; null: as they write. */
  readonly language: string | null;
  readonly zones: readonly string[];
  readonly feeling: { readonly label: EmotionLabel; readonly valence: number; readonly at: Date } | null;
  readonly lastHeardAt: Date | null;
  /** Ids of the templates of their last outreaches, the latest first. */
  readonly templates: readonly string[];
  /** Keyed hashes of the last outreaches' words. */
  readonly wordings: readonly string[];
  /** What they do not want to hear of, in their own words. */
  readonly avoided: readonly string[];
}

/** Who is written to, and by whom. */
export interface WrittenTo {
  readonly contactId: string;
  readonly characterId: string;
}

/** How many of the last outreaches count when something new is to be said. */
const LAST = 10;

/** Reads whom outreaches are for, in two statements however many they are. */
@Injectable()
export class Addressees {
  constructor(
    private readonly statements: Statements,
    private readonly topics: AvoidedTopics,
  ) {}

  /** In the order of `people`; null for nobody. `setting`: the zone of whoever tells none. */
  async of(people: readonly WrittenTo[], setting: string): Promise<readonly (Addressee | null)[]> {
    const contactIds = people.map(({ contactId }) => contactId);
    const characterIds = people.map(({ characterId }) => characterId);
    const [rows, avoided] = await Promise.all([
      this.statements.run<AddresseeRow>(ADDRESSEES, [contactIds, characterIds, LAST]),
      this.topics.ofAll(contactIds),
    ]);
    const rowOf = new Map(rows.map((row) => [row.place - 1, row]));
    return contactIds.map((contactId, place) => {
      const row = rowOf.get(place);
      return row ? addresseeOf(row, avoided.get(contactId) ?? [], setting) : null;
    });
  }
}

function addresseeOf(row: AddresseeRow, avoided: readonly string[], setting: string): Addressee {
  const { name, language, lastHeardAt, emotion, valence, feltAt, templates, wordings } = row;
  return {
    ...{ name, language, lastHeardAt, templates: templates ?? [], wordings: wordings ?? [], avoided },
    zones: whereabouts(row, setting).zones,
    feeling: emotion !== null && valence !== null && feltAt ? { label: emotion, valence, at: feltAt } : null,
  };
}

interface AddresseeRow {
  /** Among those that were asked for, from 1. */
  readonly place: number;
  readonly name: string | null;
  readonly language: string | null;
  readonly zone: string | null;
  readonly zoneBy: 'operator' | 'chat' | null;
  readonly phones: readonly string[];
  readonly lastHeardAt: Date | null;
  readonly emotion: EmotionLabel | null;
  readonly valence: number | null;
  readonly feltAt: Date | null;
  readonly templates: readonly string[] | null;
  readonly wordings: readonly string[] | null;
}

/** $1 the people, $2 who writes to each of them, $3 how many of the last outreaches. */
const ADDRESSEES: Statement = {
  name: 'engagement.addressees',
  text: `
SELECT asked.place::integer AS place, contacts.name, people.language, people.zone, people.zone_by AS "zoneBy",
  ARRAY(SELECT value FROM contact_aliases WHERE contact_id = contacts.id AND kind = 'pn' ORDER BY value) AS phones,
  relationships.last_interaction_at AS "lastHeardAt", felt.emotion, felt.valence, felt.at AS "feltAt", last.templates, last.wordings
FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS asked (contact_id, character_id, place)
JOIN contacts ON contacts.id = asked.contact_id
LEFT JOIN engagement_people AS people ON people.contact_id = contacts.id
LEFT JOIN relationships ON relationships.contact_id = contacts.id AND relationships.character_id = asked.character_id
LEFT JOIN LATERAL (
  SELECT emotion, valence, at FROM emotional_states
  WHERE contact_id = contacts.id AND character_id = asked.character_id ORDER BY at DESC LIMIT 1
) AS felt ON true
LEFT JOIN LATERAL (
  SELECT array_agg(template_id ORDER BY handed_at DESC) FILTER (WHERE template_id IS NOT NULL) AS templates,
    array_agg(wording) FILTER (WHERE wording IS NOT NULL) AS wordings
  FROM (
    SELECT template_id, wording, handed_at FROM engagements
    WHERE contact_id = contacts.id AND handed_at IS NOT NULL ORDER BY handed_at DESC LIMIT $3
  ) AS outreaches
) AS last ON true
WHERE contacts.merged_into IS NULL AND contacts.erased_at IS NULL`,
};
