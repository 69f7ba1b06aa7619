import { MessagingStage } from '../../testing/messaging-stage.js';
import { ChatMembers, type MembershipEvent } from './chat-members.service.js';

const GROUP = '120363000000000001@g.us';
const ANA = '34600000001@c.us';
const NOON = new Date('2026-01-05T12:00:00Z').getTime();
const at = (seconds: number): Date => new Date(NOON + seconds * 1_000);

describe('who is in a group', () => {
  let stage: MessagingStage;
  let groups = 0;

  beforeAll(async () => {
    stage = await MessagingStage.open();
  });

  afterAll(() => stage.close());

  const newGroup = (): string => `12036300000009${String((groups += 1)).padStart(4, '0')}@g.us`;
  const change = (
    chatId: string,
    kind: MembershipEvent['change'],
    memberIds: string[],
    seconds: number,
  ): Promise<void> => stage.take({ type: 'membership', chatId, change: kind, memberIds, at: at(seconds) });
  const membersOf = async (chatId: string) => {
    const [chat] = await stage.rows<{ id: string }>('SELECT id FROM chats WHERE external_id = $1', [chatId]);
    return chat ? stage.part(ChatMembers).of(chat.id) : [];
  };

  it.each<[string, ['join' | 'leave', number][], object]>([
    ['came', [['join', 0]], { present: true, joinedAt: at(0), leftAt: null }],
    ['came and went', [['join', 0], ['leave', 1]], { present: false, joinedAt: at(0), leftAt: at(1) }],
    ['came and went, told the other way round', [['leave', 1], ['join', 0]], { present: false, joinedAt: at(0), leftAt: at(1) }],
    ['came back', [['join', 0], ['leave', 1], ['join', 2]], { present: true, joinedAt: at(2), leftAt: at(1) }],
    ['came, told three times', [['join', 0], ['join', 0], ['join', 0]], { present: true, joinedAt: at(0) }],
  ])('knows who %s', async (_, events, member) => {
    const group = newGroup();
    for (const [kind, seconds] of events) await change(group, kind, [ANA], seconds);
    expect(await membersOf(group)).toEqual([expect.objectContaining(member)]);
  }); // prettier-ignore

  it('takes a whole group at once, with doubles and nonsense in it', async () => {
    const group = newGroup();
    const ids = Array.from({ length: 500 }, (_, index) => `3470008${String(index).padStart(4, '0')}@c.us`);
    await change(group, 'join', [...ids, ...ids.slice(0, 10), '', 'a\u0000b'], 0);
    expect(await membersOf(group)).toHaveLength(501);
  });

  it('takes one person under two addresses for one', async () => {
    const [group, pn, lid] = [newGroup(), '34600000071@c.us', '880071@lid'];
    await change(group, 'join', [pn], 0);
    await change(group, 'leave', [lid], 1);
    expect(await membersOf(group)).toHaveLength(2);
    await stage.say({
      from: GROUP,
      sender: { id: lid, phone: '+34600000071', lid },
      sentAt: new Date('2020-01-01T00:00:00Z'),
    });
    expect(await membersOf(group)).toEqual([
      expect.objectContaining({ present: false, joinedAt: at(0), leftAt: at(1) }),
    ]);
  });

  it('is about groups only, and opens no turn', async () => {
    await change('34600000072@c.us', 'join', [ANA], 0);
    expect(await membersOf('34600000072@c.us')).toEqual([]);
    expect(await stage.rows('SELECT 1 FROM chats WHERE turn_due_at IS NOT NULL')).toEqual([]);
  });
});
