import { WhatsAppModule } from './whatsapp.module.js';

describe('WhatsAppModule', () => {
  it.each(['simulator', 'cloud-api', 'webjs'] as const)('has a connector %s', (connector) => {
    expect(WhatsAppModule.forRoot({ connector }).imports).toHaveLength(1);
  });

  it('refuses to boot on faults that it cannot read', () => {
    expect(() => WhatsAppModule.forRoot({ connector: 'simulator', faults: 'duplicate=2' })).toThrow(
      expect.objectContaining({ code: 'simulator.invalid-faults' }) as Error,
    );
  });
});
