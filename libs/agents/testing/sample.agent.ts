import { Agent, Handles, type PayloadOf, type ResultOf, type TaskContext } from '../src/index.js';
import { SAMPLE } from './sample-tasks.js';

/** An agent whose handlers a test puts in. */
@Agent(SAMPLE, { concurrency: 50 })
export class SampleAgent {
  onTurn: (key: string, context: TaskContext) => Promise<void> = () => Promise.resolve();
  onWork: (n: number, context: TaskContext) => Promise<void> = () => Promise.resolve();
  onReport: (n: number, context: TaskContext) => Promise<void> = () => Promise.resolve();

  @Handles('sample.turn')
  async turn({ key }: PayloadOf<'sample.turn'>, context: TaskContext): Promise<undefined> {
    await this.onTurn(key, context);
  }

  @Handles('sample.work')
  async work({ n }: PayloadOf<'sample.work'>, context: TaskContext): Promise<undefined> {
    await this.onWork(n, context);
  }

  @Handles('sample.report')
  async report({ n }: PayloadOf<'sample.report'>, context: TaskContext): Promise<ResultOf<'sample.report'>> {
    await this.onReport(n, context);
    return { doubled: 2 * n };
  }
}
