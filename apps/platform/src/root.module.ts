import { Module } from '@nestjs/common';

import { RootController } from './root.controller.js';

/** What every process answers at `/`. */
@Module({ controllers: [RootController] })
export class RootModule {}
