import { AccountBoard } from './account-board.service.js';
import { ChatBoard } from './chat-board.service.js';
import { PeopleReader } from './people-reader.service.js';

/** What is known of people when it is decided about them. */
export const PEOPLE_PROVIDERS = [AccountBoard, ChatBoard, PeopleReader];
