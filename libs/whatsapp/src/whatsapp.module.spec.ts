import { WhatsAppModule } from './whatsapp.module.js';

describe('WhatsAppModule', () => {
  it.each(['webjs', 'cloud-api'] as const)('refuses to boot with %s, and says what there is', (connector) => {
    expect(() => WhatsAppModule.forRoot({ connector })).toThrow(
      expect.objectContaining({
        code: 'whatsapp.unknown-connector',
        message: expect.stringContaining('simulator'),
      }) as Error,
    );
  });

  it('refuses to boot on faults that it cannot read', () => {
    expect(() => WhatsAppModule.forRoot({ connector: 'simulator', faults: 'duplicate=2' })).toThrow(
      expect.objectContaining({ code: 'simulator.invalid-faults' }) as Error,
    );
  });
});
