import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { BENCH_API_KEY } from './bench-app.js';
import type { BenchEnvironment } from './bench-environment.js';
import type { BenchRow } from './bench-row.js';
import { median, paired } from './paired.js';
import { bareSpeech, SocketsCrowd, socketIoSpeech, type Speech } from './sockets-crowd.js';
import type { SocketsAnswer, SocketsOrder } from './sockets-server.js';

const CLIENTS = 1_000;
const ECHOES_PER_SECOND = 1_000;
const SECONDS = 3;
const BROADCASTS = 10;
const KIB = 1_024;

/** 1,000 clients that have shown a key, against bare `ws` that asks nobody: echoes, a broadcast's last hearer, memory. */
export async function socketsBench({ databaseUrl, pairs }: BenchEnvironment): Promise<readonly BenchRow[]> {
  const [ours, bare] = [
    await Side.open(['ours', databaseUrl], socketIoSpeech(BENCH_API_KEY)),
    await Side.open(['bare'], bareSpeech),
  ];
  try {
    const echo = await paired(
      pairs,
      () => ours.echoP99(),
      () => bare.echoP99(),
    );
    const last = await paired(
      pairs,
      () => ours.lastHearing(),
      () => bare.lastHearing(),
    );
    const [memory, limit] = [ours.kibPerClient, bare.kibPerClient];
    return [
      { name: 'sockets echo p99', ...echo, unit: 'ms', goal: '<= 3 ms', met: echo.ours <= 3 },
      { name: 'sockets last client', ...last, unit: 'ms', goal: '<= 2', met: last.ratio <= 2 },
      {
        name: 'sockets memory',
        ours: memory,
        limit,
        ratio: memory / limit,
        unit: 'KiB a connection',
        goal: '<= 30 KiB',
        met: memory <= 30,
      },
    ];
  } finally {
    ours.close();
    bare.close();
  }
}

/** One server, and its clients. */
class Side {
  private constructor(
    private readonly server: ChildProcess,
    private readonly crowd: SocketsCrowd,
    readonly kibPerClient: number,
  ) {}

  static async open(args: readonly string[], speech: Speech): Promise<Side> {
    const server = fork(join(import.meta.dirname, 'sockets-server.js'), [...args], { execArgv: ['--expose-gc'] });
    const { url = '' } = await answerOf(server);
    // The first ones load code that the others share.
    (await SocketsCrowd.enter(url, CLIENTS / 10, speech)).leave();
    const before = await bytesOf(server);
    const crowd = await SocketsCrowd.enter(url, CLIENTS, speech);
    return new Side(server, crowd, ((await bytesOf(server)) - before) / CLIENTS / KIB);
  }

  async echoP99(): Promise<number> {
    const took = [...(await this.crowd.echoes(ECHOES_PER_SECOND, SECONDS))].sort((a, b) => a - b);
    return took[Math.floor(took.length * 0.99)] ?? 0;
  }

  async lastHearing(): Promise<number> {
    const took: number[] = [];
    while (took.length < BROADCASTS) took.push(await this.crowd.lastHearing(() => order(this.server, 'broadcast')));
    return median(took);
  }

  close(): void {
    this.crowd.leave();
    order(this.server, 'end');
  }
}

async function bytesOf(server: ChildProcess): Promise<number> {
  order(server, 'memory');
  return (await answerOf(server)).bytes ?? 0;
}

function order(server: ChildProcess, what: SocketsOrder): void {
  server.send(what);
}

async function answerOf(server: ChildProcess): Promise<SocketsAnswer> {
  const [answer] = (await once(server, 'message')) as [SocketsAnswer];
  return answer;
}
