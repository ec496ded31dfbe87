import { RecordDefinition, SampleServerId } from '../generate/types';

const DAY = 24;

/**
 * One model on three servers: research trains and numbers for itself, the
 * production servers hold copies of what was released.
 */
function productEmbedding(options: {
  server: SampleServerId;
  name: string;
  artifact: string;
  versions: number;
  aliases: RecordDefinition['aliases'];
  createdBy: string;
}): RecordDefinition {
  return {
    ...options,
    kind: 'model',
    description: 'Places products and queries in one 256-dimensional space',
    tags: [
      { key: 'team', value: 'search-ranking' },
      { key: 'framework', value: 'pytorch' },
    ],
    lastAt: '2026-11-09T11:00:00.000Z',
    everyHours: 17 * DAY,
    metrics: [
      {
        rawName: 'recall@100',
        dataset: 'search-judgements-de',
        split: 'test',
        first: 0.712,
        last: 0.781,
        noise: 0.003,
        decimals: 4,
      },
      {
        rawName: 'mrr',
        dataset: 'search-judgements-de',
        split: 'test',
        first: 0.402,
        last: 0.451,
        noise: 0.003,
        decimals: 4,
      },
    ],
    params: [
      { key: 'dimensions', values: ['256'] },
      { key: 'temperature', values: ['0.07', '0.05'] },
    ],
    signature: {
      inputs: [{ name: 'text', type: 'string', required: true }],
      outputs: [{ name: 'vector', type: 'float32[256]', required: true }],
    },
    components: () => [
      { role: 'tokenizer', ref: 'product-wordpieces', version: '32k' },
    ],
  };
}

/** The records of the product embedding, one per server. */
export const productEmbeddingRecords: RecordDefinition[] = [
  productEmbedding({
    server: 'eu-prod',
    name: 'product_embedding',
    artifact: 'product_embedding',
    versions: 18,
    aliases: [{ alias: 'champion', version: '17' }],
    createdBy: 'release-copier',
  }),
  productEmbedding({
    server: 'us-prod',
    name: 'product-embedding',
    artifact: 'product_embedding',
    versions: 16,
    aliases: [{ alias: 'champion', version: '16' }],
    createdBy: 'release-copier',
  }),
  productEmbedding({
    server: 'research',
    name: 'prod_emb_experiment',
    artifact: 'prod_emb_experiment',
    versions: 25,
    aliases: [],
    createdBy: 'notebook',
  }),
];
