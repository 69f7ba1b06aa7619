/** WhatsApp's address of a chat or a person. */
export interface Wid {
  readonly _serialized: string;
  readonly server: string;
  isLid(): boolean;
  isGroup?(): boolean;
}

/** The key of a message: its text is in `_serialized` or, since July 2026, in `$1`. `toString` gives it either way. */
export interface PageKey {
  readonly fromMe: boolean;
  readonly remote: Wid;
  readonly id: string;
  readonly participant?: Wid;
  toString(): string;
}

export interface PageMessage {
  readonly id: PageKey;
  readonly type: string;
  readonly t: number;
  readonly ack?: number;
  on(event: string, listener: () => void): void;
  off(event: string, listener: () => void): void;
  unsafe?(): PageMessage;
  msgContextInfo(chat: PageChat): Record<string, unknown>;
}

export interface PageChat {
  readonly id: Wid;
  readonly t?: number;
  readonly formattedTitle?: string;
  readonly groupMetadata?: { readonly isLidAddressingMode?: boolean };
  readonly msgs: { getModelsArray(): PageMessage[] };
}

export interface PageContact {
  readonly pushname?: string;
  readonly name?: string;
  readonly verifiedName?: string;
}

interface Collection<T> {
  get(id: unknown): T | undefined;
  getModelsArray(): T[];
}

/** The modules of WhatsApp's page that we use, by the names it gives them. Seen with 2.3000. */
export interface PageModules {
  readonly WAWebCollections: {
    readonly Msg: Collection<PageMessage> & {
      getMessagesById(keys: readonly string[]): Promise<{ readonly messages?: readonly PageMessage[] } | undefined>;
    };
    readonly Chat: Collection<PageChat>;
    readonly Contact: Collection<PageContact>;
  };
  readonly WAWebSocketModel: {
    readonly Socket: {
      readonly state: string;
      readonly hasSynced: boolean;
      on(event: string, listener: (socket: unknown, state: string) => void): void;
    };
  };
  readonly WAWebCmd: { readonly Cmd: { refreshQR(): void } };
  readonly WAWebMsgKey: new (parts: Record<string, unknown>) => PageKey;
  readonly WAWebMsgReply: { canReplyMsg(message: PageMessage): boolean } | undefined;
  readonly WAWebWidFactory: {
    readonly createWid: (id: string) => Wid;
    readonly asUserWidOrThrow: (wid: Wid) => Wid;
  };
  readonly WAWebApiContact: {
    readonly getCurrentLid: (wid: Wid) => Wid | undefined;
    readonly getPhoneNumber: (wid: Wid) => Wid | undefined;
    readonly getAlternateUserWid: (wid: Wid) => Wid | undefined;
  };
  readonly WAWebQueryExistsJob: { queryWidExists(wid: Wid): Promise<{ readonly wid?: Wid } | null | undefined> };
  readonly WAWebFindChatAction: { findOrCreateLatestChat(wid: Wid): Promise<{ readonly chat?: PageChat } | undefined> };
  readonly WAWebUserPrefsMeUser: {
    readonly getMaybeMeLidUser: () => Wid | undefined;
    readonly getMaybeMePnUser: () => Wid | undefined;
  };
  readonly WAWebGetEphemeralFieldsMsgActionsUtils: { getEphemeralFields(chat: PageChat): Record<string, unknown> };
  readonly WAWebSendMsgChatAction: {
    readonly addAndSendMsgToChat: (
      chat: PageChat,
      message: Record<string, unknown>,
    ) => [Promise<unknown>, Promise<unknown>];
  };
  readonly WAWebSendReactionMsgAction: { sendReactionToMsg(message: PageMessage, emoji: string): Promise<unknown> };
  readonly WAWebChatLoadMessages: {
    loadEarlierMsgs(from: { readonly chat: PageChat }): Promise<readonly PageMessage[] | undefined>;
  };
}

/** What we put into each document. */
export interface PageTools {
  /** Made at random in each document: tells whether it is still the same. */
  readonly document: string;
  isHooked?: boolean;
  /** The chat under this address, or under the other one of the same person. */
  chatOf?(chatId: string): PageChat | undefined;
  /** A message, in memory or in the page's own database. `fromMe` left out: whoever wrote it. */
  findMessage?(chatId: string, id: string, fromMe?: boolean): Promise<PageMessage | undefined>;
}

export interface PreparedMedia {
  readonly preview?: unknown;
  caption?: string;
  toJSON?(): Record<string, unknown>;
}

/** The window of WhatsApp's page, as our functions in it see it. */
export interface PageWindow {
  readonly require: <N extends keyof PageModules>(name: N) => PageModules[N];
  secretary?: PageTools;
  /** Bound to Node. */
  readonly secretarySignal: (name: 'socket' | 'handed-over', value: string) => void;
  readonly onAppStateHasSyncedEvent: () => Promise<void>;
  readonly crypto: { getRandomValues(bytes: Uint32Array): Uint32Array };
  /** The library's own functions in the page. */
  readonly WWebJS: {
    getMessageModel(message: PageMessage): unknown;
    sendSeen(chatId: string): Promise<boolean>;
    sendChatstate(state: 'typing' | 'stop', chatId: string): Promise<boolean>;
    processMediaData(
      media: { readonly data: string; readonly mimetype: string; readonly filename: string },
      options: Readonly<Record<string, boolean>>,
    ): Promise<PreparedMedia>;
  };
}
