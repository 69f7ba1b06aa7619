import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';
import type { EmotionLabel } from '#memory';

import { whereabouts } from '../people/whereabouts.js';

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
}

/** How many of the last outreaches count when something new is to be said. */
const LAST = 10;

/** Reads whom an outreach is for, in one statement. */
@Injectable()
export class Addressees {
  constructor(private readonly statements: Statements) {}

  /** Null for nobody. `setting`: the zone of whoever tells none. */
  async of(contactId: string, characterId: string, setting: string): Promise<Addressee | null> {
    const [row] = await this.statements.run<AddresseeRow>(ADDRESSEE, [contactId, characterId, LAST]);
    if (!row) return null;
    const { name, language, lastHeardAt, emotion, valence, feltAt, templates, wordings } = row;
    return {
      ...{ name, language, lastHeardAt, templates: templates ?? [], wordings: wordings ?? [] },
      zones: whereabouts(row, setting).zones,
      feeling: emotion !== null && valence !== null && feltAt ? { label: emotion, valence, at: feltAt } : null,
    };
  }
}

interface AddresseeRow {
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

/** $1 the person, $2 who writes to them, $3 how many of the last outreaches. */
const ADDRESSEE: Statement = {
  name: 'engagement.addressee',
  text: `
SELECT contacts.name, people.language, people.zone, people.zone_by AS "zoneBy",
  ARRAY(SELECT value FROM contact_aliases WHERE contact_id = contacts.id AND kind = 'pn' ORDER BY value) AS phones,
  relationships.last_interaction_at AS "lastHeardAt", felt.emotion, felt.valence, felt.at AS "feltAt", last.templates, last.wordings
FROM contacts
LEFT JOIN engagement_people AS people ON people.contact_id = contacts.id
LEFT JOIN relationships ON relationships.contact_id = contacts.id AND relationships.character_id = $2
LEFT JOIN LATERAL (
  SELECT emotion, valence, at FROM emotional_states WHERE contact_id = contacts.id AND character_id = $2 ORDER BY at DESC LIMIT 1
) AS felt ON true
LEFT JOIN LATERAL (
  SELECT array_agg(template_id ORDER BY handed_at DESC) FILTER (WHERE template_id IS NOT NULL) AS templates,
    array_agg(wording) FILTER (WHERE wording IS NOT NULL) AS wordings
  FROM (
    SELECT template_id, wording, handed_at FROM engagements
    WHERE contact_id = contacts.id AND handed_at IS NOT NULL ORDER BY handed_at DESC LIMIT $3
  ) AS outreaches
) AS last ON true
WHERE contacts.id = $1 AND contacts.merged_into IS NULL AND contacts.erased_at IS NULL`,
};
