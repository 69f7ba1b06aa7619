import { Controller, Query, Sse, type MessageEvent, type OnModuleDestroy } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { interval, map, merge, Observable, Subject, takeUntil } from 'rxjs';

import { Scopes } from '#security';

import { addressOf } from '../simulated-address.js';
import { SimulatorNetwork } from '../simulator-network.js';
import { PhoneScreen } from './phone-screen.js';
import { WatchPhoneDto } from './watch-phone.dto.js';

/** Keeps proxies from closing a silent stream. */
const PING_MS = 15_000;

/** What a simulated phone sees, as server-sent events. */
@ApiTags('simulator')
@Controller('api/simulator')
export class SimulatorStreamController implements OnModuleDestroy {
  private readonly ending = new Subject<void>();

  constructor(private readonly network: SimulatorNetwork) {}

  @Sse('stream')
  @Scopes('simulator:read')
  @ApiOperation({ summary: 'Events of a phone: open, message, typing, ack, ping' })
  stream(@Query() { phone }: WatchPhoneDto): Observable<MessageEvent> {
    const chat = addressOf(phone, 'phone');
    const screen = new Observable<MessageEvent>((subscriber) =>
      new PhoneScreen(this.network, chat, subscriber).watch(),
    );
    const pings = interval(PING_MS).pipe(map(() => ({ type: 'ping', data: {} })));
    return merge(screen, pings).pipe(takeUntil(this.ending));
  }

  /** An open stream would keep the server from closing. */
  onModuleDestroy(): void {
    this.ending.next();
  }
}
