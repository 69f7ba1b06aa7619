import multipart from '@fastify/multipart';
import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';

import { ConversationsModule } from './conversations.module.js';
import { ImportIntake } from './import/import-intake.service.js';
import { ImportController } from './import/import.controller.js';

/** REST of the conversation manager. */
@Module({ imports: [ConversationsModule], controllers: [ImportController], providers: [ImportIntake] })
export class ConversationsHttpModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost<FastifyAdapter>) {}

  /**
   * Nothing is read of a multipart body until a route asks for it. Not awaited on purpose: waiting for a plugin makes Fastify
   * boot before Nest has set its error handler, and then each error thrown ahead of a route is a bare 500.
   */
  onModuleInit(): void {
    void this.host.httpAdapter.getInstance().register(multipart);
  }
}
