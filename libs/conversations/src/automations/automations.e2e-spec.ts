import { io, type Socket } from 'socket.io-client';

import { newId } from '#kernel';
import { waitFor } from '#testing';
import { TEST_API_KEY } from '#testing/app';

import { AutomationStage } from '../../testing/automation-stage.js';
import { AutomationSchedule } from './automation.schedule.js';

const NOTIFY = [{ kind: 'notify' }];
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

describe('automations', () => {
  let stage: AutomationStage;

  beforeAll(async () => {
    stage = await AutomationStage.open();
  });
  afterAll(() => stage.close());
  afterEach(async () => {
    await stage.query('DELETE FROM automations');
  });

  const schedule = () => stage.app.app.get(AutomationSchedule, { strict: false });

  describe('when', () => {
    it('a word is said, in whatever case and with or without its accents', async () => {
      const automation = await stage.automation([{ kind: 'keyword', words: ['devolución', 'money back'] }], NOTIFY);
      const ana = stage.newPhone();
      for (const text of ['Quiero una DEVOLUCION', 'I want my MONEY, back!', 'hola', 'money']) await ana.say(text);
      await stage.app.drained();
      const runs = await stage.runsOf(automation);
      expect(runs.map(({ reasons }) => reasons)).toEqual([['it holds "devolución"'], ['it holds "money back"']]);
      expect(runs).toMatchObject([{ state: 'done' }, { state: 'done' }]);
    });

    it.each([
      ['a category', { kind: 'category', category: 'complaint' }],
      ['a sentiment', { kind: 'sentiment', sentiment: 'negative' }],
      ['a tag', { kind: 'tag', tag: 'refund' }],
    ])('it has %s', async (_, condition) => {
      const automation = await stage.automation([condition], NOTIFY);
      await stage.newPhone().say('This is terrible, my order arrived broken! I am so angry. I want a refund.');
      await stage.newPhone().say('What a lovely day, thank you');
      await stage.app.drained();
      expect(await stage.runsOf(automation)).toHaveLength(1);
    });

    it('it is the first message of its writer in a chat, be it a group', async () => {
      const automation = await stage.automation([{ kind: 'first_message' }], NOTIFY);
      const [ana, ben] = [stage.newPhone(), stage.newPhone()];
      for (const text of ['hello', 'is anybody there?']) await ana.say(text);
      for (const phone of [ana, ben, ana]) await phone.say('hi all', { group: '34600-1@g.us' });
      await stage.app.drained();
      expect(await stage.runsOf(automation)).toHaveLength(3);
    });

    it('nobody answered for some hours, and then only once', async () => {
      const automation = await stage.automation([{ kind: 'no_answer', hours: 4 }], NOTIFY);
      const [waiting, answered, recent, optedOut] = Array.from({ length: 4 }, () => stage.newPhone());
      await waiting!.say('anybody?', { sentAt: hoursAgo(5) });
      await answered!.say('anybody?', { sentAt: hoursAgo(5) });
      await answered!.say('yes, I am here', { fromMe: true });
      await recent!.say('anybody?', { sentAt: hoursAgo(3) });
      await optedOut!.say('anybody?', { sentAt: hoursAgo(6) });
      await optedOut!.say('STOP', { sentAt: hoursAgo(5) });
      await stage.app.drained();
      for (let times = 0; times < 2; times += 1) {
        await schedule().lookForSilence();
        await stage.app.drained();
      }
      const { id } = await stage.chatOf(waiting!);
      expect(await stage.runsOf(automation)).toMatchObject([{ chat_id: id, reasons: ['nobody answered for 4 h'] }]);
    });

    it('all of it is true, in the chats it is about', async () => {
      const [ana, ben] = [stage.newPhone(), stage.newPhone()];
      for (const phone of [ana, ben]) await phone.say('hello');
      await stage.app.drained();
      const all = [
        { kind: 'keyword', words: ['refund'] },
        { kind: 'sentiment', sentiment: 'negative' },
      ];
      const automation = await stage.automation(all, NOTIFY, { chat_ids: [ana.number], kind: 'direct' });
      for (const phone of [ana, ben]) await phone.say('Terrible, awful, I hate it. Refund!');
      await ana.say('The refund came, wonderful, thank you');
      await stage.app.drained();
      expect(await stage.runsOf(automation)).toMatchObject([{ chat_id: (await stage.chatOf(ana)).id }]);
    });
  });

  describe('then', () => {
    it('the operator is told, at once and in the list', async () => {
      const socket: Socket = io(stage.app.url, { auth: { token: TEST_API_KEY }, transports: ['websocket'] });
      const heard: unknown[] = [];
      socket.on('automation:notified', (payload) => heard.push(payload));
      await waitFor(() => socket.connected, { what: 'the socket to be connected' });
      const automation = await stage.automation([{ kind: 'keyword', words: ['help'] }], NOTIFY);
      await stage.newPhone().say('Help!');
      await stage.app.drained();
      const [run] = await stage.runsOf(automation);
      const told = {
        id: run!.id,
        automation_id: automation.id,
        automation_name: automation.name,
        chat_id: run!.chat_id,
        message_id: run!.message_id,
        at: expect.any(String) as string,
      };
      await waitFor(() => heard.length > 0, { what: 'the event' });
      socket.disconnect();
      expect(heard).toEqual([told]);
      const { body } = await stage.call('GET', '/automations/notifications');
      expect(body).toEqual({ notifications: [{ ...told, reasons: ['it holds "help"'] }], next_cursor: null });
    });

    it('the message gets tags beside those it has, and its chat is found by them', async () => {
      const automation = await stage.automation(
        [{ kind: 'keyword', words: ['broken'] }],
        [{ kind: 'tag', tags: ['follow_up'] }],
      );
      const ana = stage.newPhone();
      await ana.say('It came broken, I want a refund');
      await stage.app.drained();
      const { body } = await stage.call<{ messages: { author: string; tags: { value: string; source: string }[] }[] }>(
        'GET',
        `/chats/${encodeURIComponent(ana.number)}/messages?tag=follow_up`,
      );
      const tags = body.messages[0]!.tags.map(({ value }) => value);
      expect(tags).toEqual(expect.arrayContaining(['refund', 'follow_up']));
      const { body: found } = await stage.call<{ chats: { id: string }[] }>('GET', '/chats?tag=follow_up');
      expect(found.chats.map(({ id }) => id)).toContain((await stage.chatOf(ana)).id);
      expect(await stage.runsOf(automation)).toMatchObject([{ actions: [{ kind: 'tag', outcome: 'done' }] }]);
    });

    it.each([
      ['pause', 'paused'],
      ['draft', 'draft'],
    ])('the chat is set to %s', async (kind, mode) => {
      await stage.automation([{ kind: 'keyword', words: ['lawyer'] }], [{ kind }]);
      const ana = stage.newPhone();
      await ana.say('You will hear from my lawyer');
      await stage.app.drained();
      expect(await stage.chatOf(ana)).toMatchObject({ reply_mode: mode });
    });

    it('a chat that is paused is not set free to draft', async () => {
      const automation = await stage.automation([{ kind: 'keyword', words: ['lawyer'] }], [{ kind: 'draft' }]);
      const ana = stage.newPhone();
      await ana.say('hello');
      await stage.app.drained();
      const { id } = await stage.chatOf(ana);
      await stage.call('PATCH', `/chats/${id}`, { reply_mode: 'paused' });
      await ana.say('You will hear from my lawyer');
      await waitFor(async () => (await stage.runsOf(automation)).some(({ state }) => state === 'done'), {
        what: 'the run to be done',
      });
      expect(await stage.chatOf(ana)).toMatchObject({ reply_mode: 'paused' });
      expect(await stage.runsOf(automation)).toMatchObject([
        { actions: [{ kind: 'draft', outcome: 'skipped', reason: 'chat.restricted-already' }] },
      ]);
    });

    it('one that fails does not keep the others from being done', async () => {
      const automation = await stage.automation(
        [{ kind: 'keyword', words: ['help'] }],
        [{ kind: 'webhook', url: 'https://nowhere.invalid/hook' }, { kind: 'notify' }],
      );
      await stage.newPhone().say('help');
      await stage.app.drained();
      expect(await stage.runsOf(automation)).toMatchObject([
        {
          state: 'done',
          actions: [
            { kind: 'webhook', outcome: 'handed-over' },
            { kind: 'notify', outcome: 'done' },
          ],
          webhook: {
            state: 'waiting',
            attempts: 1,
            last_error: expect.stringContaining('outbound.unreachable') as string,
          },
        },
      ]);
    });
  });

  it('do not call what is private, by whatever name', async () => {
    const automation = await stage.automation(
      [{ kind: 'keyword', words: ['help'] }],
      [{ kind: 'webhook', url: 'https://localhost:8443/hook' }],
    );
    await stage.newPhone().say('help');
    await stage.app.drained();
    expect(await stage.runsOf(automation)).toMatchObject([
      { webhook: { state: 'waiting', attempts: 1, last_error: expect.stringContaining('outbound.refused') as string } },
    ]);
  });

  describe('never', () => {
    it('for what was stored before they were switched on, nor for what was imported', async () => {
      const ana = stage.newPhone();
      await ana.say('refund');
      await stage.app.drained();
      const automation = await stage.automation([{ kind: 'keyword', words: ['refund'] }], NOTIFY);
      const { id } = await stage.chatOf(ana);
      const [{ account_id, sender_id } = { account_id: '', sender_id: '' }] = await stage.query<{
        account_id: string;
        sender_id: string;
      }>(
        `SELECT account_id, sender_id FROM messages JOIN chats ON chats.id = chat_id WHERE chat_id = $1 AND author = 'contact'`,
        [id],
      );
      expect(account_id && sender_id).not.toBe('');
      await stage.query(
        `INSERT INTO messages (id, chat_id, external_id, author, sender_id, subject_id, kind, route, route_reason, sent_at, stored_at)
         SELECT $1, chat_id, 'imported', author, sender_id, subject_id, kind, 'skipped', 'history', now(), now()
         FROM messages WHERE chat_id = $2 AND author = 'contact' LIMIT 1`,
        [newId(), id],
      );
      await schedule().sweep();
      await stage.app.drained();
      expect(await stage.runsOf(automation)).toEqual([]);
      // A change of the condition begins anew, too; a change of the name does not.
      await ana.say('refund!');
      await stage.app.drained();
      expect(await stage.runsOf(automation)).toHaveLength(1);
      await stage.call('PATCH', `/automations/${automation.id}`, { name: 'another name' });
      await stage.call('PATCH', `/automations/${automation.id}`, {
        when: { all: [{ kind: 'no_answer', hours: 0.01 }] },
      });
      await schedule().lookForSilence();
      await stage.app.drained();
      expect(await stage.runsOf(automation)).toHaveLength(1);
    });

    it('for what came a day late, nor while they are off', async () => {
      const automation = await stage.automation([{ kind: 'keyword', words: ['refund'] }], NOTIFY);
      const ana = stage.newPhone();
      await ana.say('refund, long ago', { sentAt: hoursAgo(30) });
      await stage.app.drained();
      await schedule().sweep();
      await stage.app.drained();
      await stage.call('PATCH', `/automations/${automation.id}`, { enabled: false });
      await ana.say('refund, while it is off');
      await stage.app.drained();
      await stage.call('PATCH', `/automations/${automation.id}`, { enabled: true });
      await schedule().sweep();
      await stage.app.drained();
      expect(await stage.runsOf(automation)).toEqual([]);
    });

    it('lose what no turn was made of: the sweep finds it', async () => {
      const automation = await stage.automation([{ kind: 'keyword', words: ['refund'] }], NOTIFY);
      await stage.newPhone().say('refund, an outage ago', { sentAt: hoursAgo(2) });
      await stage.app.drained();
      expect(await stage.runsOf(automation)).toEqual([]);
      await schedule().sweep();
      await stage.app.drained();
      expect(await stage.runsOf(automation)).toHaveLength(1);
    });
  });
});
