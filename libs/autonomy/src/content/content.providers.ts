import { Addressees } from './addressees.service.js';
import { GroupScenes } from './group-scenes.service.js';
import { GroupTalk } from './group-talk.service.js';
import { GroupVoice } from './group-voice.service.js';
import { GroupWriter } from './group-writer.service.js';

export const CONTENT_PROVIDERS = [Addressees, GroupScenes, GroupTalk, GroupVoice, GroupWriter];
