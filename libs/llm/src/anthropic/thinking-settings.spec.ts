import { thinkingSettings } from './thinking-settings.js';

describe('thinkingSettings', () => {
  it.each([
    ['claude-sonnet-5-5', { thinking: { type: 'between_tools' }, extraTokens: 0 }],
    ['claude-haiku-5-5', { thinking: { type: 'disabled' }, extraTokens: 0 }],
    ['claude-sonnet-5', { thinking: { type: 'disabled' }, extraTokens: 0 }],
    ['claude-opus-5', { thinking: { type: 'disabled' }, extraTokens: 0 }],
    ['claude-opus-5-5', { effort: 'low', extraTokens: 4_096 }],
    ['claude-fable-5-1', { effort: 'low', extraTokens: 4_096 }],
    ['claude-haiku-4-5', { extraTokens: 0 }],
    ['claude-sonnet-4-6', { extraTokens: 0 }],
    ['llama-of-a-gateway', { extraTokens: 0 }],
  ])('%s', (model, settings) => {
    expect(thinkingSettings(model)).toEqual(settings);
  });
});
