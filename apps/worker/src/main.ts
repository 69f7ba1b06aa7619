import { runProcess } from '../../platform/src/index.js';
import { WorkerModule } from './worker.module.js';

await runProcess('worker', (platform) => WorkerModule.forRoot(platform));
