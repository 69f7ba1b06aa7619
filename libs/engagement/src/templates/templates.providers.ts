import { TemplateDesk } from './template-desk.service.js';
import { TemplateWriter } from './template-writer.service.js';
import { TemplateEntity } from './template.entity.js';
import { TemplatesController } from './templates.controller.js';
import { Templates } from './templates.service.js';

export const TEMPLATES_PROVIDERS = [TemplateDesk, TemplateWriter, Templates];

export const TEMPLATES_ENTITIES = [TemplateEntity];

export const TEMPLATES_CONTROLLERS = [TemplatesController];
