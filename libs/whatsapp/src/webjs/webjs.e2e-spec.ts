import { WebjsHarness } from '../../testing/webjs-harness.js';
import { describeWhatsAppContract } from '../../testing/whatsapp.contract.js';

describeWhatsAppContract('webjs', () => WebjsHarness.open());
