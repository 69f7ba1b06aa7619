import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ChatEntity } from '#messaging';

import { CharacterEntity } from '../store/character.entity.js';

/** Who answers in a chat as long as the conversation goes on. */
@Entity('character_chats')
export class CharacterChatEntity {
  @PrimaryColumn('uuid', { name: 'chat_id', primaryKeyConstraintName: 'character_chats_pk' })
  chatId!: string;

  @ManyToOne(() => ChatEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'chat_id', foreignKeyConstraintName: 'character_chats_chat_fk' })
  chat?: Relation<ChatEntity>;

  @Column('uuid', { name: 'character_id' })
  characterId!: string;

  @ManyToOne(() => CharacterEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'character_id', foreignKeyConstraintName: 'character_chats_character_fk' })
  character?: Relation<CharacterEntity>;

  /** Of the rules by which it was chosen; null when it was chosen for this chat, whatever the rules say. */
  @Column('integer', { nullable: true })
  revision!: number | null;

  @Column('timestamptz', { name: 'used_at' })
  usedAt!: Date;
}
