import { runProcess } from '../../platform/src/index.js';
import { StandaloneModule } from './standalone.module.js';
import { welcome } from './welcome.js';

await runProcess(
  'standalone',
  (platform) => StandaloneModule.forRoot(platform),
  (running) => process.stdout.write(welcome(running)),
);
