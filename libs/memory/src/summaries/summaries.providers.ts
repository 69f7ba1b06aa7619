import { MemorySummaries } from './memory-summaries.service.js';
import { RememberedMessages } from './remembered-messages.service.js';
import { SummariseStep } from './summarise.step.js';
import { SummaryMerges } from './summary-merges.service.js';
import { SummarySources } from './summary-sources.service.js';
import { SummaryWriter } from './summary-writer.service.js';

export const SUMMARY_PROVIDERS = [
  MemorySummaries,
  RememberedMessages,
  SummariseStep,
  SummaryMerges,
  SummarySources,
  SummaryWriter,
];
