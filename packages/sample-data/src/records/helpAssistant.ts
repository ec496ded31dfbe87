import { RecordDefinition } from '../generate/types';

const DAY = 24;

/** The application that answers questions from help pages, and its prompt. */
export const helpAssistantRecords: RecordDefinition[] = [
  {
    server: 'eu-prod',
    name: 'help_assistant',
    kind: 'model',
    description:
      'Answers questions of shoppers from the help pages: base, prompt, index and guardrail released together',
    tags: [
      { key: 'team', value: 'search-ranking' },
      { key: 'framework', value: 'llm-app' },
    ],
    aliases: [{ alias: 'champion', version: '7' }],
    versions: 8,
    lastAt: '2026-11-18T16:45:00.000Z',
    everyHours: 16 * DAY,
    createdBy: 'search-release',
    artifact: 'help_assistant',
    metrics: [
      {
        rawName: 'answer_correctness',
        dataset: 'help-questions-reviewed',
        split: 'test',
        first: 0.74,
        last: 0.88,
        noise: 0.01,
        decimals: 3,
      },
      {
        rawName: 'groundedness',
        dataset: 'help-questions-reviewed',
        split: 'test',
        first: 0.81,
        last: 0.94,
        noise: 0.008,
        decimals: 3,
      },
      {
        rawName: 'injection_resisted_share',
        dataset: 'prompt-injection-set',
        split: 'test',
        first: 0.9,
        last: 0.985,
        noise: 0.004,
        decimals: 3,
      },
      {
        rawName: 'cost_per_answer_eur',
        first: 0.0041,
        last: 0.0032,
        noise: 0.0001,
        decimals: 4,
      },
    ],
    params: [
      { key: 'temperature', values: ['0.3', '0.1'] },
      { key: 'passages', values: ['4', '6', '8'] },
    ],
    signature: {
      inputs: [
        { name: 'question', type: 'string', required: true },
        { name: 'locale', type: 'string', required: true },
      ],
      outputs: [
        { name: 'answer', type: 'string', required: true },
        { name: 'sources', type: 'array(string)', required: true },
      ],
    },
    components: number => [
      {
        role: 'base',
        ref: 'model:default/assistant-base',
        version: number < 5 ? '2026-03' : '2026-08',
      },
      {
        role: 'prompt',
        ref: 'help_assistant_answer',
        version: String(number + 3),
      },
      {
        role: 'index',
        ref: 'dataset:default/help-pages-index',
        version: `2026-${String(number + 3).padStart(2, '0')}`,
      },
      { role: 'guardrail', ref: 'help-answer-filter', version: '4' },
    ],
  },
  {
    server: 'eu-prod',
    name: 'help_assistant_answer',
    kind: 'prompt',
    undescribed: true,
    description: 'The prompt that turns found passages into an answer',
    tags: [{ key: 'team', value: 'search-ranking' }],
    aliases: [{ alias: 'production', version: '11' }],
    versions: 11,
    lastAt: '2026-11-17T10:30:00.000Z',
    everyHours: 14 * DAY,
    createdBy: 'search-release',
    artifact: 'help_assistant_answer',
    metrics: [],
    params: [],
  },
];
