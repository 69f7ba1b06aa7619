import { DataSource } from 'typeorm';

import { schemaDrift } from '#database';
import { createTestDatabase } from '#testing';

import { AccountEntity } from './accounts/account.entity.js';
import { ChatEntity } from './chats/chat.entity.js';
import { ContactAliasEntity } from './contacts/contact-alias.entity.js';
import { ContactEntity } from './contacts/contact.entity.js';
import { EarlyRevisionEntity } from './messages/early-revision.entity.js';
import { MessageEntity } from './messages/message.entity.js';
import { GestureEntity } from './outbox/gestures/gesture.entity.js';
import { OutboxMediaEntity } from './outbox/outbox-media.entity.js';
import { OutboxEntity } from './outbox/outbox.entity.js';
import { AccountPacingEntity } from './outbox/pacing/account-pacing.entity.js';
import { TurnEntity } from './turns/turn.entity.js';
import { WEB_ENTITIES } from './web/web-entities.js';

it('has entities that match the tables', async () => {
  const database = await createTestDatabase();
  const entities = [
    ...[AccountEntity, ChatEntity, ContactAliasEntity, ContactEntity],
    ...[EarlyRevisionEntity, MessageEntity, OutboxEntity, TurnEntity],
    ...[AccountPacingEntity, GestureEntity, OutboxMediaEntity],
    ...WEB_ENTITIES,
  ];
  const dataSource = new DataSource({ type: 'postgres', url: database.url, entities, installExtensions: false });
  await dataSource.initialize();
  expect(await schemaDrift(dataSource)).toEqual([]);
  await dataSource.destroy();
  await database.drop();
});
