import { RecordDefinition } from '../generate/types';
import { productEmbeddingRecords } from './productEmbedding';

const DAY = 24;

/** Markets in which the ranker is judged and has a champion of its own. */
const markets = [
  { id: 'de', first: 0.618, last: 0.671 },
  { id: 'es', first: 0.583, last: 0.642 },
  { id: 'fr', first: 0.604, last: 0.655 },
  { id: 'pl', first: 0.561, last: 0.63 },
];

/** What the search and ranking team has registered. */
export const searchRecords: RecordDefinition[] = [
  {
    server: 'eu-prod',
    name: 'search_ranker',
    kind: 'model',
    description: 'Orders search results by how likely a shopper buys them',
    tags: [
      { key: 'team', value: 'search-ranking' },
      { key: 'framework', value: 'lightgbm' },
    ],
    aliases: [
      { alias: 'champion-es', version: '25' },
      { alias: 'champion-pl', version: '24' },
    ],
    versions: 28,
    lastAt: '2026-11-13T06:30:00.000Z',
    everyHours: 12 * DAY,
    createdBy: 'search-training',
    artifact: 'search_ranker',
    metrics: [
      ...markets.map(({ id, first, last }) => ({
        rawName: 'ndcg@10',
        dataset: `search-judgements-${id}`,
        split: 'test',
        first,
        last,
        noise: 0.0025,
        decimals: 4,
      })),
      {
        rawName: 'latency_p99_ms',
        first: 44,
        last: 38,
        noise: 1.5,
        decimals: 1,
      },
    ],
    params: [
      { key: 'objective', values: ['lambdarank'] },
      { key: 'num_leaves', values: ['63', '127'] },
      { key: 'click_window_days', values: ['28', '42'] },
    ],
    signature: {
      inputs: [
        { name: 'text_match', type: 'double', required: true },
        { name: 'query_product_similarity', type: 'double', required: true },
        { name: 'click_rate_28d', type: 'double', required: true },
        { name: 'in_stock', type: 'boolean', required: true },
        { name: 'market', type: 'string', required: true },
      ],
      outputs: [{ name: 'score', type: 'double', required: true }],
    },
    components: () => [
      {
        role: 'featureView',
        ref: 'featureview:default/product-popularity',
        version: '3',
      },
    ],
    notes: [
      { version: 28, text: 'First version with the 42-day click window' },
    ],
  },
  {
    server: 'eu-prod',
    name: 'query_intent',
    kind: 'model',
    description: 'Tells product searches from questions and order look-ups',
    tags: [
      { key: 'team', value: 'search-ranking' },
      { key: 'framework', value: 'onnx' },
    ],
    aliases: [{ alias: 'champion', version: '9' }],
    versions: 9,
    lastAt: '2026-10-05T09:20:00.000Z',
    everyHours: 33 * DAY,
    createdBy: 'search-training',
    artifact: 'query_intent',
    metrics: [
      {
        rawName: 'accuracy',
        dataset: 'query-intent-labelled',
        split: 'test',
        first: 0.902,
        last: 0.947,
        noise: 0.003,
        decimals: 4,
      },
      {
        rawName: 'model_size_mb',
        first: 14.2,
        last: 11.8,
        noise: 0.1,
        decimals: 1,
      },
    ],
    params: [{ key: 'max_tokens', values: ['16', '24'] }],
    signature: {
      inputs: [{ name: 'query', type: 'string', required: true }],
      outputs: [
        { name: 'intent', type: 'string', required: true },
        { name: 'confidence', type: 'double', required: true },
      ],
    },
  },
  {
    server: 'us-prod',
    name: 'basket_recommender',
    kind: 'model',
    description: 'Suggests what goes with the things in a basket',
    tags: [
      { key: 'team', value: 'search-ranking' },
      { key: 'framework', value: 'pytorch' },
    ],
    aliases: [{ alias: 'champion', version: '4' }],
    versions: 5,
    lastAt: '2026-08-19T22:10:00.000Z',
    everyHours: 20 * DAY,
    createdBy: 'search-training',
    artifact: 'basket_recommender',
    // Only the loss of the training: nobody has evaluated it.
    metrics: [
      {
        rawName: 'train_loss',
        dataset: 'baskets-completed',
        split: 'train',
        first: 2.41,
        last: 1.87,
        noise: 0.02,
        decimals: 3,
      },
    ],
    params: [{ key: 'embedding_dim', values: ['64', '96'] }],
    signature: {
      inputs: [{ name: 'product_ids', type: 'array(string)', required: true }],
      outputs: [{ name: 'suggestions', type: 'array(string)', required: true }],
    },
  },
  ...productEmbeddingRecords,
];
