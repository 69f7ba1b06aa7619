import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A script in a Node process of its own, and what it prints. */
export class SnippetProgram {
  output = '';

  private constructor(
    private readonly child: ReturnType<typeof spawn>,
    private readonly folder: string,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    }
  }

  static async start(script: string): Promise<SnippetProgram> {
    const folder = await mkdtemp(join(tmpdir(), 'secretary-snippet-'));
    const file = join(folder, 'snippet.mjs');
    await writeFile(file, script);
    return new SnippetProgram(spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'pipe'] }), folder);
  }

  async stop(): Promise<void> {
    this.child.kill('SIGKILL');
    await rm(this.folder, { recursive: true, force: true });
  }
}
