import { runProcess } from '../../platform/src/index.js';
import { ConnectorModule } from './connector.module.js';

await runProcess('connector', (platform) => ConnectorModule.forRoot(platform));
