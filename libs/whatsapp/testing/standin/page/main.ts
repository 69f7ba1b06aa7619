import { modules } from './modules.js';
import { post } from './server.js';
import { begin } from './session.js';
import { navigateFrames } from './syncing.js';

const VERSION = '2.3000.1017054665';

Object.assign(window, {
  require(name: string): unknown {
    if (Object.hasOwn(modules, name)) return modules[name];
    void post('unknown-module', { name }).catch(() => undefined);
    throw new Error(`Requiring unknown module "${name}"`);
  },
  Debug: { VERSION },
});

void navigateFrames();
await begin();
