import { Module } from '@nestjs/common';

import { SafetyDeskModule } from './desk/safety-desk.module.js';
import { SafetyController } from './desk/safety.controller.js';

/** REST of safety, for operators. */
@Module({ imports: [SafetyDeskModule], controllers: [SafetyController] })
export class SafetyHttpModule {}
