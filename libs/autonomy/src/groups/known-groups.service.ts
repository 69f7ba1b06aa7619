import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** So many chats are kept in mind; of the others it is asked again. */
const MOST = 50_000;

/** Which chats are groups. A chat stays what it is. */
@Injectable()
export class KnownGroups {
  /** The one that was asked for longest ago comes first. */
  private readonly known = new Map<string, boolean>();

  constructor(private readonly dataSource: DataSource) {}

  /** False, too, where there is no such chat. */
  async has(chatId: string): Promise<boolean> {
    const known = this.known.get(chatId);
    if (known !== undefined) return this.keep(chatId, known);
    const [chat] = await this.dataSource.query<{ kind: string }[]>('SELECT kind FROM chats WHERE id = $1', [chatId]);
    return chat ? this.keep(chatId, chat.kind === 'group') : false;
  }

  private keep(chatId: string, isGroup: boolean): boolean {
    this.known.delete(chatId);
    this.known.set(chatId, isGroup);
    const [oldest] = this.known.keys();
    if (this.known.size > MOST && oldest !== undefined) this.known.delete(oldest);
    return isGroup;
  }
}
