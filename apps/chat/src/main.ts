import { processEnvironment } from '#config';
import { AppError } from '#kernel';

import { chatOptions } from './chat-options.js';
import { PhoneClient } from './phone-client.js';
import { pipedChat } from './piped-chat.js';
import { TerminalChat } from './terminal-chat.js';

try {
  const options = chatOptions(process.argv.slice(2), processEnvironment());
  const phone = new PhoneClient(options);
  if (process.stdin.isTTY) await new TerminalChat(phone, options.name).run();
  else await pipedChat({ phone, input: process.stdin, output: process.stdout, waitSeconds: options.waitSeconds });
} catch (error) {
  process.stderr.write(`${error instanceof AppError ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
