import { open, readFile, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';

const RECORD = 'owner.json';
const SOCKET = 'owner';

interface OwnerRecord {
  readonly host: string;
  /** Which start of which kernel: only there does the socket prove anything. */
  readonly boot: string;
}

/**
 * Says who uses a profile, so that another process can prove that its owner is dead: the owner listens on a socket beside the profile
 * for as long as it lives, and the kernel refuses connections to it from then on. That works between containers of one machine, too,
 * which don't see each other's processes. Our Chromium ends with us, since it hangs on our pipe.
 */
export class ProfileOwner {
  private constructor(
    private readonly server: Server | undefined,
    private readonly folder: FileHandle,
  ) {}

  static async claim(path: string): Promise<ProfileOwner> {
    const folder = await open(path, 'r');
    await rm(join(path, SOCKET), { force: true });
    const server = await listen(socketIn(folder));
    const record: OwnerRecord = { host: hostname(), boot: await bootId() };
    await writeFile(join(path, RECORD), JSON.stringify(record), { mode: 0o600 });
    return new ProfileOwner(server, folder);
  }

  async release(): Promise<void> {
    this.server?.close();
    await this.folder.close();
  }
}

/** The host whose process of ours, the last that used the profile, is proven to be dead; undefined when there is no proof. */
export async function deadOwner(path: string): Promise<string | undefined> {
  const record = await readRecord(path);
  if (!record || record.boot === '' || record.boot !== (await bootId())) return undefined;
  const folder = await open(path, 'r');
  try {
    return (await isAnswered(socketIn(folder))) ? undefined : record.host;
  } finally {
    await folder.close();
  }
}

async function readRecord(path: string): Promise<OwnerRecord | undefined> {
  try {
    return JSON.parse(await readFile(join(path, RECORD), 'utf8')) as OwnerRecord;
  } catch {
    return undefined;
  }
}

/** A socket's path may have 107 characters; a data directory easily has more. */
function socketIn({ fd }: FileHandle): string {
  return `/proc/self/fd/${fd}/${SOCKET}`;
}

async function bootId(): Promise<string> {
  return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')).trim();
}

/** Undefined where it can't be done: then nobody can prove our death, and a lock of ours is left alone elsewhere. */
function listen(path: string): Promise<Server | undefined> {
  const server = createServer((socket) => socket.destroy());
  server.unref();
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen(path, () => resolve(server));
  });
}

/** Only a refusal proves that nobody listens. */
function isAnswered(path: string): Promise<boolean> {
  const socket = connect(path);
  return new Promise((resolve) => {
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code !== 'ECONNREFUSED'));
  });
}
