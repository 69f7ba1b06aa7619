import { ConversationConfig, LlmConfig, WhatsAppConfig } from '#config';

import type { RunningProcess } from '../../platform/src/index.js';

/** What somebody who started us for the first time needs to know, and what to type next. */
export function welcome({ platform, url }: RunningProcess): string {
  const { path, made } = platform.adminKey;
  const { connector } = platform.setting(WhatsAppConfig);
  const { provider } = platform.setting(LlmConfig);
  const { replyMode, allowList } = platform.setting(ConversationConfig);
  const lines = [
    '',
    `Secretary is running at ${url}`,
    `  Your key      ${path === null ? 'is the one in ADMIN_API_KEY' : `${path}${made ? ' (just made; keep it to yourself)' : ''}`}`,
    `  WhatsApp      ${connector === 'simulator' ? 'simulated: no phone is linked' : connector}`,
    `  Answers from  ${provider === 'offline' ? 'the offline model (for a real one see docs/models.md)' : provider}`,
    ...(replyMode === 'draft' ? ['  Replies       wait for your approval (REPLY_MODE=draft)'] : []),
    ...(allowList.length > 0 ? [`  Talks with    ${allowList.join(', ')} only (ALLOW_LIST)`] : []),
    ...(connector === 'simulator' ? ['  Talk to it    npm run chat            (in another terminal)'] : []),
    `  The API       ${url}/docs`,
    '  Stop          Ctrl-C',
    '',
  ];
  return `${lines.join('\n')}\n`;
}
