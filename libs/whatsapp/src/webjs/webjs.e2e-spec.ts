import { jest } from '@jest/globals';

import { WebjsHarness } from '../../testing/webjs-harness.js';
import { describeWhatsAppContract } from '../../testing/whatsapp.contract.js';

// Each test starts a browser, some of them several times.
jest.setTimeout(60_000);

describeWhatsAppContract('webjs', () => WebjsHarness.open());
