import { Module } from '@nestjs/common';

import { SimulatorLineController } from './http/simulator-line.controller.js';
import { SimulatorMessagesController } from './http/simulator-messages.controller.js';
import { SimulatorStreamController } from './http/simulator-stream.controller.js';

/** The simulated phones' REST. Needs the simulator's `WhatsAppModule`. */
@Module({ controllers: [SimulatorMessagesController, SimulatorLineController, SimulatorStreamController] })
export class SimulatorHttpModule {}
