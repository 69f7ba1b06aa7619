import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Server } from 'socket.io';

import { ChatConfig, ServerConfig } from '#config';
import { endsWithin } from '#kernel';
import { SECURITY_HEADERS } from '#security';

import { answerOtherUpgrades } from './answer-other-upgrades.js';
import type { ClientSockets } from './client-socket.js';
import { openSecondPort } from './second-port.js';
import { socketOptions } from './socket-options.js';

/** How long the end of a process waits for the answers that are under way on the second port. */
const LAST_ANSWERS_MS = 1_000;

/** The socket.io server, on the HTTP server of this process and, if wished, on a second port. */
@Injectable()
export class SocketServer implements BeforeApplicationShutdown {
  private sockets?: ClientSockets;
  private second?: HttpServer;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly server: ServerConfig,
    private readonly chat: ChatConfig,
  ) {}

  /** Before the process listens. Throws Node's own error when the second port cannot be had. */
  async open(): Promise<ClientSockets> {
    const http = this.host.httpAdapter.getHttpServer() as HttpServer;
    const { websocketPath: path, websocketPort: port } = this.chat;
    const sockets: ClientSockets = new Server(http, socketOptions(this.chat));
    this.sockets = sockets;
    answerOtherUpgrades(http, path);
    sockets.engine.on('headers', (headers: object) => Object.assign(headers, SECURITY_HEADERS));
    if (port !== undefined) this.second = await openSecondPort(sockets, { host: this.server.host, port, path });
    return sockets;
  }

  /** The second port, when there is one. */
  get port(): number | undefined {
    return (this.second?.address() as AddressInfo | null | undefined)?.port;
  }

  /** The clients see their connection end and come back, to whichever process is there. The HTTP server itself is closed by its owner. */
  async beforeApplicationShutdown(): Promise<void> {
    this.sockets?.engine.close();
    if (!this.second) return;
    const closed = once(this.second, 'close');
    this.second.close();
    this.second.closeIdleConnections();
    // One that has asked for nothing yet, or not to the end, is idle to nobody: Node would wait a minute for it.
    if (!(await endsWithin(closed, LAST_ANSWERS_MS))) this.second.closeAllConnections();
  }
}
