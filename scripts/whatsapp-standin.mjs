// `npm run whatsapp:standin [-- PORT]`: a local WhatsApp to link the webjs connector with, and its phones in this terminal.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { DIST } from './manifest.mjs';
import { setUp } from './setup.mjs';

setUp();
await import(pathToFileURL(join(DIST, 'libs/whatsapp/testing/standin/terminal/main.js')));
