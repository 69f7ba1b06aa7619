import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** One address for several servers, as a balancer makes it: a connection goes to the first that takes it. */
export class TestBalancer {
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly targets: readonly string[],
  ) {}

  /** @param targets addresses such as `http://127.0.0.1:8001` */
  static async start(targets: readonly string[]): Promise<TestBalancer> {
    const server = createServer();
    const balancer = new TestBalancer(server, targets);
    server.on('connection', (socket) => void balancer.lead(socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return balancer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private async lead(socket: Socket): Promise<void> {
    this.keep(socket);
    for (const target of this.targets) {
      const line = await reach(target);
      if (!line) continue;
      this.keep(line);
      socket.pipe(line).pipe(socket);
      line.once('close', () => socket.destroy());
      socket.once('close', () => line.destroy());
      return;
    }
    socket.destroy();
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => this.sockets.delete(socket));
  }
}

async function reach(target: string): Promise<Socket | null> {
  const { hostname, port } = new URL(target);
  const socket = connect(Number(port), hostname);
  try {
    await once(socket, 'connect');
    return socket;
  } catch {
    return null;
  }
}
