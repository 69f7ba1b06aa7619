import { runProcess } from '../../platform/src/index.js';
import { StandaloneModule } from './standalone.module.js';
import { welcome } from './welcome.js';

const running = await runProcess('standalone', (platform) => StandaloneModule.forRoot(platform));
process.stdout.write(welcome(running));
