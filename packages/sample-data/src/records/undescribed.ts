import { RecordDefinition } from '../generate/types';

const DAY = 24;

/** What varies between records that somebody registered in passing. */
type Scratch = Pick<RecordDefinition, 'name' | 'versions' | 'lastAt'> &
  Partial<RecordDefinition>;

function scratch(record: Scratch): RecordDefinition {
  return {
    server: 'research',
    kind: 'model',
    tags: [],
    aliases: [],
    everyHours: 3 * DAY,
    createdBy: 'notebook',
    artifact: record.name,
    metrics: [],
    params: [],
    undescribed: true,
    ...record,
  };
}

function measured(rawName: string, first: number, last: number) {
  return [{ rawName, split: 'test', first, last, noise: 0.004, decimals: 3 }];
}

/**
 * What piles up on a server where everybody may register: copies, tests and
 * work that nobody told the portal about. It is there for the intake to sort.
 */
export const undescribedRecords: RecordDefinition[] = [
  scratch({
    name: 'Fraud Score (copy)',
    description: 'Copied from eu-prod to look at the November labels',
    artifact: 'fraud_score',
    versions: 3,
    lastAt: '2026-11-05T16:20:00.000Z',
    metrics: measured('roc_auc', 0.874, 0.901),
  }),
  scratch({
    name: 'search_ranker_test',
    description: 'Search ranker with the new click features',
    tags: [{ key: 'framework', value: 'lightgbm' }],
    artifact: 'search_ranker',
    versions: 5,
    lastAt: '2026-11-16T12:05:00.000Z',
    metrics: measured('ndcg@10', 0.641, 0.668),
  }),
  scratch({
    name: 'basket-recommender-new',
    tags: [{ key: 'team', value: 'search-ranking' }],
    versions: 2,
    lastAt: '2026-10-28T09:40:00.000Z',
    metrics: measured('recall@20', 0.31, 0.34),
  }),
  scratch({
    name: 'delivery_eta_backup_2026_09',
    artifact: 'delivery_eta',
    versions: 2,
    lastAt: '2026-09-30T22:10:00.000Z',
  }),
  scratch({
    name: 'demand_store_0117_copy',
    tags: [{ key: 'store', value: '0117' }],
    artifact: 'demand_store_0117',
    versions: 1,
    lastAt: '2026-11-02T08:15:00.000Z',
  }),
  scratch({
    name: 'query spell fix',
    description: 'Corrects typing mistakes before a search',
    tags: [{ key: 'owner', value: 'search-ranking' }],
    versions: 4,
    lastAt: '2026-11-12T10:55:00.000Z',
    metrics: measured('accuracy', 0.81, 0.87),
  }),
  scratch({
    name: 'stock_out_alert',
    description: 'Warns of products that will be sold out within three days',
    tags: [{ key: 'team', value: 'warehouse-crew' }],
    versions: 3,
    lastAt: '2026-10-14T07:30:00.000Z',
    metrics: measured('precision@50', 0.55, 0.62),
  }),
  scratch({
    name: 'kundenfeedback_sentiment',
    description: 'How content customers are, from what they write',
    tags: [
      { key: 'squad', value: 'Checkout' },
      { key: 'framework', value: 'transformers' },
    ],
    versions: 4,
    lastAt: '2026-11-10T15:00:00.000Z',
    metrics: measured('f1', 0.7, 0.76),
  }),
  // Two records in the eyes of the registry, one name in those of the catalog.
  scratch({
    name: 'Churn_Risk',
    description: 'Who will not order again this year',
    versions: 5,
    lastAt: '2026-11-03T11:45:00.000Z',
    metrics: measured('roc_auc', 0.66, 0.72),
  }),
  scratch({
    name: 'churn_risk',
    versions: 2,
    lastAt: '2026-11-04T09:05:00.000Z',
    metrics: measured('roc_auc', 0.7, 0.71),
  }),
  scratch({
    name: 'churn_test_v2',
    versions: 4,
    lastAt: '2026-08-21T17:35:00.000Z',
  }),
  scratch({
    name: 'Größenberater Österreich',
    description: 'Empfiehlt eine Kleidergröße',
    versions: 2,
    lastAt: '2026-07-08T13:15:00.000Z',
  }),
  scratch({
    name: 'price elasticity (workshop)',
    versions: 2,
    lastAt: '2026-05-19T14:50:00.000Z',
  }),
  scratch({
    name: 'refund_reply_draft',
    kind: 'prompt',
    description: 'Drafts the answer to a customer who asks for a refund',
    versions: 3,
    lastAt: '2026-11-15T10:00:00.000Z',
  }),
  scratch({
    name: 'tmp-embedding-final-NEW',
    versions: 1,
    lastAt: '2026-06-25T18:25:00.000Z',
  }),
  scratch({
    name: 'xgb-baseline-do-not-use',
    versions: 5,
    lastAt: '2026-04-02T12:00:00.000Z',
    metrics: measured('roc_auc', 0.58, 0.61),
  }),
  scratch({ name: 'test', versions: 1, lastAt: '2026-03-11T09:30:00.000Z' }),
];
