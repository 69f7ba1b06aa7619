import { ExtractStep } from './extract.step.js';
import { Extractor } from './extractor.service.js';

/** What finds facts in what was said. */
export const EXTRACTION_PROVIDERS = [ExtractStep, Extractor];
