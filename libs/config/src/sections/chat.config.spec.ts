import { readSection } from '../read-section.js';
import { ChatConfig } from './chat.config.js';

describe('ChatConfig', () => {
  it.each([
    ['10/minute', 10, 60_000],
    ['1/second', 1, 1_000],
    ['200/hour', 200, 3_600_000],
    ['1000/day', 1_000, 86_400_000],
    ['0/minute', 0, 60_000],
  ])('reads the rate %s', (text, most, windowMs) => {
    expect(readSection(ChatConfig, { MESSAGE_RATE_LIMIT: text }).messageRate).toEqual({ most, windowMs });
  });

  it.each([
    ['MESSAGE_RATE_LIMIT', '10'],
    ['MESSAGE_RATE_LIMIT', '10/week'],
    ['MESSAGE_RATE_LIMIT', '-1/minute'],
    ['WEBSOCKET_PATH', '/'],
    ['WEBSOCKET_PATH', '/socket.io/'],
    ['WEBSOCKET_PATH', '/a b'],
    ['WEBSOCKET_PORT', '65536'],
    ['WEBSOCKET_ORIGINS', 'example.org'],
    ['WEBSOCKET_ORIGINS', 'https://example.org/page'],
    ['MAX_MESSAGE_LENGTH', '0'],
    ['TYPING_TIMEOUT', '10'],
  ])('refuses %s=%s', (name, value) => {
    const invalid = expect.objectContaining({ code: 'config.invalid' }) as Error;
    expect(() => readSection(ChatConfig, { [name]: value })).toThrow(invalid);
  });
});
