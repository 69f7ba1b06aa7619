import { Module } from '@nestjs/common';

import { SafetyController } from './desk/safety.controller.js';
import { SafetyModule } from './safety.module.js';

/** REST of safety, for operators. */
@Module({ imports: [SafetyModule], controllers: [SafetyController] })
export class SafetyHttpModule {}
