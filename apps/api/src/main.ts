import { runProcess } from '../../platform/src/index.js';
import { ApiModule } from './api.module.js';

await runProcess('api', (platform) => ApiModule.forRoot(platform));
