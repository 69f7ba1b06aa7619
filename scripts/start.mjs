// `npm start`: sets up what is missing, then runs every role of the secretary in this process, so that signals reach it directly.
import { ROOT } from './manifest.mjs';
import { setUp } from './setup.mjs';

process.chdir(ROOT);
setUp();
await import('../dist/apps/standalone/src/main.js');
