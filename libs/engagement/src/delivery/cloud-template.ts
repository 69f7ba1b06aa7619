import type { EntityManager } from 'typeorm';

import { isId } from '#kernel';
import type { OutboundContent } from '#whatsapp';

import type { Engagement } from '../store/engagement.js';

type CloudTemplate = Extract<OutboundContent, { readonly kind: 'template' }>;

interface TemplateRow {
  readonly text: string;
  readonly cloud_name: string;
  readonly cloud_language: string | null;
}

/**
 * The same words as a template that the Cloud API has approved, under which it lets somebody be written to whose last word is older than a day.
 * Null where the plan's template has none, and where its words were changed since.
 */
export async function cloudTemplateOf(manager: EntityManager, plan: Engagement): Promise<CloudTemplate | null> {
  const { templateId, text, language } = plan;
  // Those that ship with the program have names of their own, and no approval.
  if (text === null || templateId === null || !isId(templateId)) return null;
  const [row]: TemplateRow[] = await manager.query(CLOUD_TEMPLATE_SQL, [templateId]);
  const parameters = row && slotValuesOf(row.text, text);
  if (!parameters) return null;
  return { kind: 'template', name: row.cloud_name, language: row.cloud_language ?? language ?? 'en', parameters };
}

/** What fills the places (`{name}`) of a template in a text that was made of it, in order; null when it was not. */
export function slotValuesOf(template: string, text: string): readonly string[] | null {
  const fixed = template.split(/\{\w+\}/u).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'));
  return new RegExp(`^${fixed.join('(.+?)')}$`, 'su').exec(text)?.slice(1) ?? null;
}

const CLOUD_TEMPLATE_SQL = `
SELECT text, cloud_name, cloud_language FROM engagement_templates WHERE id = $1 AND enabled AND cloud_name IS NOT NULL`;
