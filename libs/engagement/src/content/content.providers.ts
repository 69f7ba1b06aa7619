import { Addressees } from './addressee.service.js';
import { ContactLanguage } from './contact-language.service.js';
import { ContentMaker } from './content-maker.service.js';
import { EarlierOutreaches } from './earlier-outreaches.service.js';
import { OutreachMaterials } from './outreach-materials.service.js';
import { OutreachWriter } from './outreach-writer.service.js';
import { SayableMemoryReader } from './sayable-memories.service.js';

export const CONTENT_PROVIDERS = [
  ...[Addressees, ContactLanguage, ContentMaker, EarlierOutreaches],
  ...[OutreachMaterials, OutreachWriter, SayableMemoryReader],
];
