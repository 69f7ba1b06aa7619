import { processEnvironment } from '#config';
import { AppError } from '#kernel';

import { chatOptions, type ChatOptions } from './chat-options.js';
import { asksForHelp, HELP } from './chat-usage.js';
import { PhoneClient } from './phone-client.js';
import { pipedChat } from './piped-chat.js';
import { TerminalChat } from './terminal-chat.js';

const args = process.argv.slice(2);
try {
  if (asksForHelp(args)) process.stdout.write(`${HELP}\n`);
  else await chat(chatOptions(args, processEnvironment()));
} catch (error) {
  process.stderr.write(`${error instanceof AppError ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function chat(options: ChatOptions): Promise<void> {
  const phone = new PhoneClient(options);
  if (process.stdin.isTTY) await new TerminalChat(phone, options).run();
  else await pipedChat({ phone, input: process.stdin, output: process.stdout, waitSeconds: options.waitSeconds });
}
