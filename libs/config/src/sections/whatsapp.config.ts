import { IsIn, IsInt, IsOptional, IsString, Min } from 'class-validator';

import { FromEnv } from '../variable.js';

export type ConnectorName = 'simulator' | 'webjs' | 'cloud-api';

/** Which WhatsApp we speak to. */
export class WhatsAppConfig {
  @FromEnv('WHATSAPP_CONNECTOR', { default: 'simulator', about: 'simulator, webjs or cloud-api' })
  @IsIn(['simulator', 'webjs', 'cloud-api'])
  readonly connector!: ConnectorName;

  @FromEnv('SIMULATOR_FAULTS', { about: 'seeded faults of the simulator, such as seed=1,duplicate=0.1,lost-ack=0.05' })
  @IsOptional()
  @IsString()
  readonly simulatorFaults?: string;

  @FromEnv('STALE_AFTER_MINUTES', { default: '60', about: 'messages older than this are stored but not answered' })
  @IsInt()
  @Min(1)
  readonly staleAfterMinutes!: number;
}
