import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { DEFAULT_CHARACTER_ID, MemoryFacts, type MemoryCategory } from '#memory';
import { FieldCipher } from '#security';

import { PlanningStage, type Friend } from '../../testing/planning-stage.js';
import { AvoidedTopics } from '../preferences/avoided-topics.service.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';
import { ContactLanguage } from './contact-language.service.js';
import { Addressees } from './addressee.service.js';
import { ContentMaker } from './content-maker.service.js';
import type { ContentRequest } from './content-request.js';
import { OutreachMaterials } from './outreach-materials.service.js';

const ANOTHER_CHARACTER = newId();

describe('the words of an outreach', () => {
  let stage: PlanningStage;
  let account: string;

  beforeAll(async () => {
    stage = await PlanningStage.open();
    account = await stage.account();
  }, 60_000);
  afterAll(() => stage.close());

  function request(friend: Friend, given: Partial<ContentRequest> = {}): ContentRequest {
    const { contactId, chatId } = friend;
    return {
      ...{ contactId, chatId, characterId: DEFAULT_CHARACTER_ID, type: 'check_in', memoryIds: [] },
      dueAt: stage.clock.now(),
      ...given,
    };
  }

  const make = (friend: Friend, given?: Partial<ContentRequest>) =>
    stage.part(ContentMaker).make(request(friend, given));

  async function material(friend: Friend, given?: Partial<ContentRequest>) {
    const { policy } = await stage.part(EngagementPolicies).current();
    const asked = request(friend, given);
    const [addressee] = await stage.part(Addressees).of([asked], policy.timeZone);
    return addressee && stage.part(OutreachMaterials).of(asked, addressee, policy, true);
  }

  /** They wrote it, or we did. */
  async function said({ contactId, chatId }: Friend, text: string, author = 'contact'): Promise<string> {
    const id = newId();
    const body = await stage.part(FieldCipher).seal(contactId, { table: 'messages', column: 'body', rowId: id }, text);
    await stage.query(
      `INSERT INTO messages (id, chat_id, external_id, author, sender_id, subject_id, kind, body, sent_at, stored_at)
       VALUES ($1::uuid, $2, $1::text, $3, $4, $5, 'text', $6, $7, $7)`,
      [id, chatId, author, author === 'contact' ? contactId : null, contactId, body, stage.hoursAgo(50)],
    );
    return id;
  }

  async function remembered(
    friend: Friend,
    text: string,
    given: { category?: MemoryCategory; characterId?: string; groupId?: string; importance?: number } = {},
  ): Promise<string> {
    const { category = 'preference', characterId = DEFAULT_CHARACTER_ID, groupId = null, importance = 8 } = given;
    const write = { contactId: friend.contactId, characterId, groupId, chatId: null, origin: 'said' as const };
    const times = { saidAt: stage.hoursAgo(60), validFrom: null, validUntil: null, messageIds: [] };
    const { added } = await stage
      .part(DataSource)
      .transaction((manager) =>
        stage
          .part(MemoryFacts)
          .apply(manager, write, [
            { kind: 'add', text, category, importance, confidence: 1, instructionLike: false, ...times },
          ]),
      );
    return added[0] ?? '';
  }

  async function sent({ contactId, chatId, accountId }: Friend, messageId: string | null, templateId: string | null) {
    await stage.query(
      `INSERT INTO engagements (id, contact_id, subject_id, chat_id, account_id, character_id, type, memory_ids, status, reasons, mode,
         stage, due_at, expires_at, created_at, handed_at, sent_at, message_id, template_id, wording)
       VALUES ($1, $2, $2, $3, $4, $5, 'check_in', '{}', 'sent', '[]', 'automatic', 'friend', $6, $6, $6, $6, $6, $7, $8, 'w')`,
      [newId(), contactId, chatId, accountId, DEFAULT_CHARACTER_ID, stage.hoursAgo(24), messageId, templateId],
    );
  }

  it('are a template of their language without a model', async () => {
    const ana = await stage.friend({}, account);
    await said(ana, 'Hola, ¿qué tal? Hoy no tengo mucho que contar, pero estoy bien.');
    const made = await make(ana);
    expect(made).toMatchObject({ source: 'template', language: 'es', checks: [] });
    expect(made.templateId).toMatch(/^es\.check_in\./);
    expect(made.text.length).toBeGreaterThanOrEqual(20);
    expect(await make(ana)).toEqual(made);
  });

  it.each([
    ['as they write', null, 'Ich habe heute nicht so viel Zeit, aber mir geht es gut.', 'de'],
    ['as they write, whatever the letters', null, 'Привет, как дела?', 'ru'],
    ['as it was set', 'pt', 'Ich habe heute nicht so viel Zeit, aber mir geht es gut.', 'pt'],
    ['English where nothing tells', null, 'ok', 'en'],
  ])('are in their language: %s', async (_, set, text, language) => {
    const bea = await stage.friend({}, account);
    await said(bea, text);
    await stage.query('INSERT INTO engagement_people (contact_id, language) VALUES ($1, $2)', [bea.contactId, set]);
    expect(await stage.part(ContactLanguage).of(bea.contactId, bea.chatId)).toBe(language);
  });

  it('are none rather than those of another language', async () => {
    const ivan = await stage.friend({}, account);
    await said(ivan, 'Привет, как дела?');
    await expect(make(ivan)).rejects.toMatchObject({ code: 'engagement.no-content' });
  });

  it('are made of their own memories alone', async () => {
    const [ana, bea] = [await stage.friend({}, account), await stage.friend({}, account)];
    const own = await remembered(ana, 'Likes hiking');
    const group = newId();
    await stage.query(
      `INSERT INTO chats (id, account_id, external_id, kind, subject_id) VALUES ($1, $2, $3, 'group', $1)`,
      [...[group, account, `${group}@g.us`]],
    );
    const memoryIds = [
      await remembered(bea, 'Likes canaries'),
      await remembered(ana, 'Likes secrets', { characterId: ANOTHER_CHARACTER }),
      await remembered(ana, 'Likes gossip', { groupId: group }),
      await remembered(ana, 'Likes trifles', { importance: 4 }),
      own,
    ];
    const found = await material(ana, { type: 'memory_reminder', memoryIds });
    expect(found?.memories.map(({ text }) => text)).toEqual(['Likes hiking']);
    const made = await make(ana, { type: 'memory_reminder', memoryIds });
    expect(made.text).toContain('hiking');
    expect(made.memoryIds).toEqual([own]);
  });

  it('leave alone what somebody does not want to hear of, and only for them', async () => {
    const [ana, ben] = [await stage.friend({}, account), await stage.friend({}, account)];
    const asked = [];
    for (const friend of [ana, ben]) {
      asked.push(request(friend, { type: 'memory_reminder', memoryIds: [await remembered(friend, 'Likes hiking')] }));
    }
    await stage
      .part(DataSource)
      .transaction((manager) => stage.part(AvoidedTopics).add(manager, ana.contactId, 'hiking', 'chat'));
    const [toAna, toBen] = await stage.part(ContentMaker).makeAll(asked);
    expect(toAna?.status === 'fulfilled' ? toAna.value.text : '').not.toContain('hiking');
    expect(toBen).toMatchObject({ status: 'fulfilled', value: { text: expect.stringContaining('hiking') as string } });
  });

  it('ask about what was on that day', async () => {
    const ana = await stage.friend({}, account);
    const exam = await remembered(ana, 'Has an exam', { category: 'plan' });
    const moment = `${exam}:2026-05-06`;
    const made = await make(ana, { type: 'memory_reminder', moment, memoryIds: [exam] });
    expect(made.templateId).toMatch(/^en\.memory_reminder\.event\./);
    expect(made.memoryIds).toEqual([exam]);
    expect((await material(ana, { type: 'memory_reminder', moment }))?.moment).toMatchObject({ past: false });
    const nextDay = new Date('2026-05-07T09:30:00Z');
    expect((await material(ana, { type: 'memory_reminder', moment, dueAt: nextDay }))?.moment?.past).toBe(true);
  });

  it('wish a happy birthday', async () => {
    const ana = await stage.friend({}, account);
    const id = await remembered(ana, 'Birthday: May 6', { category: 'personal' });
    const made = await make(ana, { type: 'memory_reminder', moment: `${id}:2026-05-06`, memoryIds: [id] });
    expect(made.text).toMatch(/birthday/i);
  });

  it('know what was written before', async () => {
    const ana = await stage.friend({}, account);
    const first = await make(ana);
    await sent(ana, await said(ana, first.text, 'assistant'), first.templateId ?? null);
    expect((await material(ana))?.earlier).toEqual([first.text]);
    expect((await make(ana)).templateId).not.toBe(first.templateId);
  });
});
