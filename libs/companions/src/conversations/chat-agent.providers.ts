import { ConversationTitleAgent } from './title/conversation-title.agent.js';
import { ConversationTitles } from './title/conversation-titles.service.js';
import { TitleStandings } from './title/title-standings.service.js';
import { TitleWriter } from './title/title-writer.service.js';

/** What a worker does for conversations. */
export const CHAT_AGENT_PROVIDERS = [ConversationTitleAgent, ConversationTitles, TitleStandings, TitleWriter];
