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

  @FromEnv('CHROMIUM_PATH', {
    about: 'the Chromium that webjs runs WhatsApp Web in; none looks for one on this machine',
  })
  @IsOptional()
  @IsString()
  readonly chromiumPath?: string;

  @FromEnv('CHROMIUM_ARGS', {
    about: 'further flags for it, separated by blanks; a blank within one is quoted or has a backslash before it',
  })
  @IsOptional()
  @IsString()
  readonly chromiumArgs?: string;

  @FromEnv('CHROMIUM_MEMORY_MB', {
    default: '2048',
    about: 'memory of its own from which on the browser is started anew between two messages, in MiB; 0 for any',
  })
  @IsInt()
  @Min(0)
  readonly chromiumMemoryMb!: number;

  @FromEnv('CHROMIUM_RECYCLE_HOURS', {
    default: '24',
    about: 'age at which the browser is started anew once nothing goes on, in hours; 0 for never',
  })
  @IsInt()
  @Min(0)
  readonly chromiumRecycleHours!: number;

  @FromEnv('STALE_AFTER_MINUTES', { default: '60', about: 'messages older than this are stored but not answered' })
  @IsInt()
  @Min(1)
  readonly staleAfterMinutes!: number;

  @FromEnv('STORE_BROADCASTS', {
    default: 'off',
    about: 'on or off: whether status updates and newsletters are stored; they are never answered',
  })
  @IsIn(['on', 'off'])
  readonly storeBroadcasts!: 'on' | 'off';

  @FromEnv('QR_IN_TERMINAL', {
    default: 'auto',
    about:
      'auto, on or off: whether the QR code that links a phone is drawn on standard output; auto is on in a terminal',
  })
  @IsIn(['auto', 'on', 'off'])
  readonly qrInTerminal!: 'auto' | 'on' | 'off';
}
