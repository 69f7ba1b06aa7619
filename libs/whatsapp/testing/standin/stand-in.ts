import { randomBytes } from 'node:crypto';

import { AddressBook } from './address-book.js';
import { chatIdOf } from './chat-id-of.js';
import { Conversations } from './conversations.js';
import { DeliveryLedger } from './delivery-ledger.js';
import { EventLog } from './event-log.js';
import { Linking, OWN_PHONE, type OwnPhone } from './linking.js';
import { MediaStore } from './media-store.js';
import { Onlookers, type Seen } from './onlookers.js';
import { PageApi } from './page-api.js';
import { PageLines } from './page-lines.js';
import { PageServer } from './page-server.js';
import { PhoneSight, type SeenChange, type SeenReaction } from './phone-sight.js';
import { SendDesk } from './send-desk.js';
import { noFaults, type StandInFaults } from './stand-in-faults.js';
import type { MessageTarget, StandInMessage } from './stand-in-message.js';
import { toWireMessage } from './wire-message.js';
import type { WireMessage, WirePerson } from './wire.js';

/** A local WhatsApp: the page behind https://web.whatsapp.com, the server behind the page, and the phones on the other side. */
export class StandIn {
  readonly faults: StandInFaults = noFaults();
  /** The recipients' side of what we send. */
  readonly ledger: DeliveryLedger;
  /** Names that the page was asked for with `window.require` and doesn't have. */
  readonly unknownModules: ReadonlySet<string> = new Set<string>();
  private readonly log = new EventLog();
  private readonly lines = new PageLines();
  private readonly linking = new Linking(this.lines.open);
  private readonly people = new AddressBook(this.log);
  private readonly conversations = new Conversations();
  private readonly media = new MediaStore(this.faults);
  private readonly onlookers = new Onlookers();
  private readonly sight = new PhoneSight(this.onlookers);
  private readonly desk: SendDesk;
  private readonly api: PageApi;
  private server: PageServer | undefined;
  private loads = 0;

  private constructor() {
    this.ledger = new DeliveryLedger(this.onlookers);
    const { log, ledger, conversations, media, faults, lines, linking, sight, people } = this;
    this.desk = new SendDesk({ log, ledger, conversations, media, faults });
    this.api = new PageApi({
      ...{ log, ledger, conversations, media, faults, lines, linking, sight, people, desk: this.desk },
      onLoad: () => (this.loads += 1),
      onUnknownModule: (name) => (this.unknownModules as Set<string>).add(name),
    });
  }

  /** Listens on loopback, on a free port unless told which. */
  static async start({ port = 0 }: { readonly port?: number } = {}): Promise<StandIn> {
    const standIn = new StandIn();
    standIn.server = await PageServer.start(standIn.api.routes, port);
    return standIn;
  }

  get port(): number {
    return this.running.port;
  }

  /** With these a Chromium finds this WhatsApp behind the usual address, and nothing else at all. */
  get chromiumArgs(): readonly string[] {
    return [
      `--host-resolver-rules=MAP web.whatsapp.com 127.0.0.1:${this.port}, MAP * ~NOTFOUND`,
      '--ignore-certificate-errors',
    ];
  }

  get pageLoads(): number {
    return this.loads;
  }

  /** Pages that are connected now. */
  get connectedPages(): number {
    return this.lines.open.size;
  }

  /** The owner's phone scans the QR that is shown now, and waits for one. */
  scanQr(me: OwnPhone = OWN_PHONE): Promise<void> {
    return this.linking.scan(me, () => this.log.length);
  }

  /**
   * The owner types the pairing code in.
   * @throws Error when it isn't the one that is shown
   */
  enterPairingCode(code: string): Promise<void> {
    return this.linking.enter(code, () => this.log.length);
  }

  /** Somebody writes, or the owner on the phone itself. Kept for pages that are away. Resolves to the message's id. */
  receive(message: StandInMessage): Promise<string> {
    const wire = toWireMessage(message, this.wireContext);
    this.introduce(wire);
    this.conversations.add(wire);
    this.log.append({ kind: 'message', message: wire });
    return Promise.resolve(wire.id);
  }

  /** A message that came as `ciphertext` can be read at last. */
  decrypt(message: StandInMessage & { readonly id: string }): void {
    const wire = toWireMessage(message, this.wireContext);
    this.conversations.add(wire);
    this.log.append({ kind: 'decrypted', message: wire });
  }

  edit(target: MessageTarget, body: string): void {
    this.log.append({ kind: 'edit', target: this.targetOf(target), body, t: Date.now() });
  }

  revoke(target: MessageTarget): void {
    this.log.append({ kind: 'revoke', target: this.targetOf(target) });
  }

  /** `from` as in a message; '' takes the reaction back. */
  react(target: MessageTarget, from: string, emoji: string): void {
    this.log.append({ kind: 'reaction', target: this.targetOf(target), from: chatIdOf(from), emoji, t: Date.now() });
  }

  /** `options` are the numbers of the chosen ones, from 0. */
  vote(target: MessageTarget, from: string, options: readonly number[]): void {
    this.log.append({ kind: 'vote', target: this.targetOf(target), from: chatIdOf(from), options, t: Date.now() });
  }

  /** An ack by hand, in whatever order; see `faults.acks` for those that come by themselves. */
  acknowledge(target: MessageTarget, ack: number): void {
    this.log.append({ kind: 'ack', target: this.targetOf(target), ack });
  }

  groupJoin(group: string, members: readonly string[], by?: string): Promise<string> {
    return this.changeGroup(group, { subtype: 'add', members, by }, (now) => [...new Set([...now, ...members])]);
  }

  groupLeave(group: string, members: readonly string[], by?: string): Promise<string> {
    const subtype = by === undefined ? 'leave' : 'remove';
    return this.changeGroup(group, { subtype, members, by }, (now) => now.filter((id) => !members.includes(id)));
  }

  /** Somebody calls and nobody answers: it rings in a page that is there, and a note stays in the chat. */
  call({ from, video = false }: { readonly from: string; readonly video?: boolean }): Promise<string> {
    const id = randomBytes(16).toString('hex').toUpperCase();
    const call = { id, from: chatIdOf(from), isVideo: video, isGroup: false };
    this.lines.signal({ kind: 'call', call });
    return this.receive({ from, type: 'call_log', fields: { isVideoCall: video, callOutcome: 'Missed' } });
  }

  /** Tells who belongs to a phone or LID, and which names they have. */
  know(person: WirePerson): void {
    this.people.know(person);
  }

  setGroup(id: string, subject: string, members: readonly string[] = []): void {
    this.people.setGroup({ id, subject, members });
  }

  /** From now on nobody is behind that phone. */
  leaveWhatsApp(phone: string): void {
    this.people.remove(chatIdOf(phone));
  }

  /** Whether "typing…" was seen in the chat, in the order in which it changed. */
  typingIn(chat: string): readonly boolean[] {
    return this.sight.typingIn(chat);
  }

  /** Ids of the messages of others that we read, in order. */
  readIn(chat: string): readonly string[] {
    return this.sight.readIn(chat);
  }

  reactionsIn(chat: string): readonly SeenReaction[] {
    return this.sight.reactionsIn(chat);
  }

  /** Our edits, revokes and votes. */
  changesIn(chat: string): readonly SeenChange[] {
    return this.sight.changesIn(chat);
  }

  /** Calls `look` with whatever the phones see of us, until the returned function is called. */
  watch(look: (seen: Seen) => void): () => void {
    return this.onlookers.watch(look);
  }

  reload(): void {
    this.lines.signal({ kind: 'reload' });
  }

  /** `TIMEOUT`, `UNPAIRED`, `CONFLICT`, … as WhatsApp names its states; until the next change. */
  setState(state: string): void {
    this.lines.signal({ kind: 'state', state });
  }

  /** The page says once more that it has synced. */
  syncAgain(): void {
    this.lines.signal({ kind: 'sync' });
  }

  /** The owner unlinks all devices on the phone. A page that is away learns it when it comes back. */
  logoutFromPhone(): void {
    this.linking.unlinkAll();
    this.lines.signal({ kind: 'logout' });
  }

  /** The page's thread stops until `thawRenderer`. Resolves when it stands still. */
  freezeRenderer(): Promise<void> {
    const frozen = this.api.frozen();
    this.lines.signal({ kind: 'freeze' });
    return frozen;
  }

  thawRenderer(): void {
    this.api.thaw();
  }

  /** The network is gone: pages are thrown off, nothing gets in or out. */
  cutLine(): Promise<void> {
    return Promise.resolve(this.lines.cut());
  }

  restoreLine(): Promise<void> {
    return Promise.resolve(this.lines.restore());
  }

  /** Pages stay connected, and hear nothing more: connected but deaf. */
  deafen(): void {
    this.lines.holdBack(true);
  }

  undeafen(): void {
    this.lines.holdBack(false);
  }

  async close(): Promise<void> {
    this.desk.close();
    this.api.thaw();
    await this.running.close();
  }

  private get running(): PageServer {
    if (!this.server) throw new Error('The stand-in was not started.');
    return this.server;
  }

  private get wireContext() {
    return { conversations: this.conversations, media: this.media, me: this.linking.me };
  }

  private changeGroup(
    group: string,
    { subtype, members, by }: { readonly subtype: string; readonly members: readonly string[]; readonly by?: string },
    change: (now: readonly string[]) => readonly string[],
  ): Promise<string> {
    const before = this.people.group(group);
    this.people.setGroup({ ...before, members: change(before.members) });
    const from = by ?? members[0];
    return this.receive({
      chat: group,
      ...(from !== undefined && { from }),
      type: 'gp2',
      subtype,
      recipients: members,
    });
  }

  /** In a group a message is known by its author, too. */
  private targetOf(target: MessageTarget): MessageTarget {
    const author = target.author ?? this.conversations.find(target)?.author;
    return author === undefined ? target : { ...target, author };
  }

  /** The page must know a group and a writer before the message. */
  private introduce({ chat, author, fromMe, fields }: WireMessage): void {
    if (chat.endsWith('@g.us') && !this.people.hasGroup(chat)) this.people.setGroup(this.people.group(chat));
    const writer = author ?? chat;
    const name = fields.notifyName;
    if (fromMe || typeof name !== 'string') return;
    if (writer.endsWith('@lid')) this.people.know({ lid: writer, pushname: name });
    else if (writer.endsWith('@c.us')) this.people.know({ pn: writer, pushname: name });
  }
}
